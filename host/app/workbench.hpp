// SPDX-License-Identifier: Apache-2.0
// Workbench: opens what a command works with: plugins, mailboxes, stores, policies.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/cli/options.hpp"
#include "app/environment.hpp"
#include "app/terminal.hpp"
#include "config/defaults.hpp"
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
  std::string text;            // Of the file.
  policy::Policy policy;
};

class Workbench {
 public:
  Workbench(const Options& options, Environment environment, Terminal& terminal);

  const Options& options() const { return options_; }
  const Environment& environment() const { return environment_; }
  Terminal& terminal() { return terminal_; }

  static Time clock();
  // --now, else the clock.
  Time now() const { return options_.now.value_or(started_at_); }
  static std::uint32_t random();

  // Finds and probes plugins at the first call.
  plugin::Registry& registry();
  Result<config::Defaults> defaults();

  // --mailbox.
  Checked<OpenMailbox> open_mailbox();
  Checked<OpenMailbox> open_mailbox(const std::string& reference);
  // The mailbox of an earlier run.
  Checked<OpenMailbox> reopen_mailbox(const std::string& provider, const sdk::Value& config);
  // --store, else the default.
  Checked<plugin::Store> open_store();

  // --policy, else the default.
  Checked<FoundPolicy> find_policy();
  Checked<FoundPolicy> find_policy(const std::string& name_or_file);
  // Read as of another time than now().
  Checked<FoundPolicy> find_policy(const std::string& name_or_file, Time now);
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

  Checked<Configured> configure(plugin::Kind kind, const std::string& type_arg,
                                const std::string& option);

  const Options& options_;
  Environment environment_;
  Terminal& terminal_;
  Time started_at_;
  std::unique_ptr<plugin::Registry> registry_;
};

}  // namespace mailcomb::app
