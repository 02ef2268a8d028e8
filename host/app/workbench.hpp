// SPDX-License-Identifier: Apache-2.0
// Workbench: opens what a command works with: plugins, mailboxes, stores, policies.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/cli/options.hpp"
#include "app/component_reference.hpp"
#include "app/settings/environment.hpp"
#include "app/settings/settings.hpp"
#include "app/terminal.hpp"
#include "config/defaults.hpp"
#include "journal/sealing.hpp"
#include "pipeline/component_meter.hpp"
#include "pipeline/resolution.hpp"
#include "plugin/mailbox.hpp"
#include "plugin/registry.hpp"
#include "plugin/store.hpp"
#include "policy/policy.hpp"

namespace mailcomb::app {

struct OpenMailbox {
  std::string reference;  // What --mailbox takes to open it again, from any folder.
  std::string provider;
  sdk::Value config;
  plugin::Mailbox mailbox;
};

struct FoundPolicy {
  std::string reference;       // As it was asked for: a name, or an absolute file.
  std::filesystem::path file;  // Absolute.
  std::string text;            // Of the file, and of those that it extends.
  policy::Policy policy;
};

// A store that is not opened.
struct StorePlace {
  plugin::Component component;
  sdk::Value config;
  ComponentReference reference;
};

// What is known of the run that is being measured: one command, on all mailboxes of its pipeline.
struct MeasuredRun {
  std::string policy;         // Once it is known.
  bool changes_mail = false;  // Not a plan, nor a run without an answer.
  std::string file;           // Where its metrics are written to as well, or empty.
  telemetry::Meter::Duration started{0};
};

class Workbench {
 public:
  Workbench(const Options& options, Environment environment, Settings settings, Terminal& terminal);

  const Options& options() const { return options_; }
  const Environment& environment() const { return environment_; }
  const Settings& settings() const { return settings_; }
  Terminal& terminal() { return terminal_; }

  static Time clock();
  // --now, else the clock.
  Time now() const { return options_.now.value_or(started_at_); }
  static std::uint32_t random();

  // Measures the run and every component that is loaded.
  telemetry::Meter& meter() { return meter_; }
  MeasuredRun& measured() { return measured_; }

  // Finds and probes plugins at the first call.
  plugin::Registry& registry();
  Result<config::Defaults> defaults();

  // The one that --mailbox or the pipeline names; an error if there are none or several.
  Checked<OpenMailbox> open_mailbox();
  // Why there is not exactly one.
  Errors which_mailbox() const;
  // NAME of the configuration, or TYPE:ARG.
  Checked<OpenMailbox> open_mailbox(const std::string& reference);
  Checked<OpenMailbox> open_mailbox(const ComponentReference& reference);
  // What an entry of the configuration is opened with, and its TYPE:ARG; nothing is opened.
  struct MailboxEntry {
    std::string provider;
    sdk::Value config;
    std::string reference;
  };
  Checked<MailboxEntry> read_entry(const ComponentReference& reference);
  // Whether the parameters of an entry of the configuration are what its component takes.
  Checked<void> check_component(plugin::Kind kind, const std::string& name);
  // The mailbox of an earlier run.
  Checked<OpenMailbox> reopen_mailbox(const std::string& provider, const sdk::Value& config);
  // --store, the pipeline's, the only one of the configuration, or the default.
  Checked<plugin::Store> open_store();
  // For who only looks: empty where opening it would make one.
  Checked<std::optional<plugin::Store>> open_store_if_there();
  Checked<StorePlace> locate_store();

  // The key that subjects and senders are sealed with: made if there is none yet; null if none can be
  // made, which is said, or if the configuration wants ids alone.
  Result<const journal::SealingKey*> sealing_key();
  // The same if there is one.
  Result<std::optional<journal::SealingKey>> existing_key() const;

  // --policy, the pipeline's, or the default.
  Checked<FoundPolicy> find_policy();
  Checked<FoundPolicy> find_policy(const std::string& name_or_file);
  // Read as of another time than now().
  Checked<FoundPolicy> find_policy(const std::string& name_or_file, Time now);
  // A policy that is in no file; `origin` names it in errors.
  Checked<FoundPolicy> parse_policy(const std::string& text, const std::string& origin, Time now);
  Checked<pipeline::Resolved> resolve(const FoundPolicy& policy, const OpenMailbox* mailbox,
                                      Time now);
  // For a mailbox that no plugin has opened.
  Checked<pipeline::Resolved> resolve(const FoundPolicy& policy,
                                      const plugin::MailboxDescription& mailbox, Time now);

 private:
  struct Configured {
    plugin::Component component;
    sdk::Value config;

    std::string reference() const;  // TYPE:ARG
  };

  // What `extends` means in the policy `first` and those that it extends.
  policy::LoadBase base_loader(const std::filesystem::path& first) const;
  static Checked<plugin::Store> open_store(const StorePlace& place);
  // `provider` is empty and `mailbox` null where they are not known.
  Checked<pipeline::Resolved> resolve(const FoundPolicy& policy, const std::string& provider,
                                      const plugin::MailboxDescription* mailbox, Time now);
  Checked<Configured> configure(plugin::Kind kind, const ComponentReference& reference);
  Result<plugin::ComponentInfo> find_component(plugin::Kind kind,
                                               const ComponentReference& reference);

  const Options& options_;
  Environment environment_;
  Settings settings_;
  Terminal& terminal_;
  Time started_at_;
  telemetry::Meter meter_;
  pipeline::ComponentMeter component_meter_{meter_};
  MeasuredRun measured_;
  std::unique_ptr<plugin::Registry> registry_;
  std::optional<journal::SealingKey> sealing_key_;
};

}  // namespace mailcomb::app
