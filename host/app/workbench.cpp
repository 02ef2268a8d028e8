// SPDX-License-Identifier: Apache-2.0
#include "app/workbench.hpp"

#include <unistd.h>

#include <random>

#include "app/signals.hpp"
#include "app/text_file.hpp"
#include "config/component_config.hpp"
#include "journal/key_file.hpp"
#include "journal/tables.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

tl::unexpected<Errors> all(Error error) { return tl::unexpected(Errors{std::move(error)}); }

// What a component says of its configuration, at the place in mailcomb.yaml that it speaks of.
Error placed(Error error, const ComponentReference& reference) {
  if (!reference.is_entry || error.path.empty()) return error;
  auto at =
      error_at(config::find_mark(reference.parameters, error.path), error.message, error.hint);
  at.fault = error.fault;
  return at;
}

tl::unexpected<Errors> which_store(const config::Composition& composition) {
  std::string names;
  for (const auto& entry : composition.stores) names += (names.empty() ? "" : ", ") + entry.name;
  return all(fail(Fault::kUsage, "which store? the configuration has several",
                  "give --pipeline, or --store with one of " + names)
                 .value());
}

}  // namespace

Workbench::Workbench(const Options& options, Environment environment, Settings settings,
                     Terminal& terminal)
    : options_(options),
      environment_(std::move(environment)),
      settings_(std::move(settings)),
      terminal_(terminal),
      started_at_(clock()),
      meter_([] {
        return telemetry::Meter::Duration(std::chrono::steady_clock::now().time_since_epoch());
      }) {
  measured_.file = options_.metrics_file;
  measured_.started = meter_.now();
}

Time Workbench::clock() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::uint32_t Workbench::random() { return std::random_device()(); }

plugin::Registry& Workbench::registry() {
  if (registry_) return *registry_;
  const auto installation = plugin::installation_of(environment_.program);
  plugin::SearchPath path;
  path.named = settings_.plugin_path;
  path.standard = installation.plugin_folders;
  registry_ = std::make_unique<plugin::Registry>(
      path, getuid(), plugin::Prober{installation.runner},
      [this](std::uint32_t, std::string_view text) { terminal_.detail(printable(text)); },
      settings_.pins);
  registry_->observe(&component_meter_);
  for (const auto& problem : registry_->problems()) terminal_.detail(to_text(problem));
  return *registry_;
}

Result<config::Defaults> Workbench::defaults() {
  auto text = read_text_file(environment_.defaults_file);
  if (!text) return tl::unexpected(text.error());
  auto defaults = config::read_defaults(*text, environment_.defaults_file.string());
  if (!defaults) return tl::unexpected(defaults.error().front());
  return std::move(*defaults);
}

Result<plugin::ComponentInfo> Workbench::find_component(plugin::Kind kind,
                                                        const ComponentReference& reference) {
  auto info = registry().find(kind, reference.type);
  if (info) return info;
  if (!reference.is_entry)
    return tl::unexpected(unknown_reference(kind, reference, std::move(info.error())));
  return tl::unexpected(
      error_at(reference.parameters.mark, info.error().message, info.error().hint));
}

Checked<Workbench::Configured> Workbench::configure(plugin::Kind kind,
                                                    const ComponentReference& reference) {
  const auto info = find_component(kind, reference);
  if (!info) return all(info.error());
  auto component = registry().load(*info);
  if (!component) return all(component.error());
  const auto& schema = component->info.schema;
  const auto node = reference.node(component->info.argument);
  const auto name = std::string(plugin::to_word(kind)) + " '" + reference.type + "'";
  auto config = config::configure({name, reference.is_entry ? "key" : "parameter"}, schema, node,
                                  reference.folders);
  if (!config) return tl::unexpected(std::move(config.error()));
  const bool is_open_to_others = reference.is_entry && settings_.composition &&
                                 settings_.composition->readers == config::Readers::kOthers;
  if (is_open_to_others)
    if (auto secrets = config::find_written_secrets(node, schema); !secrets.empty())
      return tl::unexpected(std::move(secrets));
  return Configured{std::move(*component), std::move(*config)};
}

Checked<void> Workbench::check_component(plugin::Kind kind, const std::string& name) {
  const auto reference = read_reference(kind, name, settings_, environment_.folders);
  if (!reference) return all(reference.error());
  auto configured = configure(kind, *reference);
  if (!configured) return tl::unexpected(std::move(configured.error()));
  return {};
}

std::string Workbench::Configured::reference() const {
  const auto* argument = config.find(component.info.argument);
  if (!argument || !argument->is(sdk::Value::Kind::kText)) return component.info.name;
  return component.info.name + ":" + std::string(argument->text());
}

Errors Workbench::which_mailbox() const {
  std::string names;
  if (settings_.composition)
    for (const auto& entry : settings_.composition->mailboxes)
      names += (names.empty() ? "" : ", ") + entry.name;
  if (!settings_.mailboxes.empty())
    return {fail(Fault::kUsage,
                 "which mailbox? pipeline " + in_quotes(settings_.pipeline->name) + " has several",
                 "give one of them with --mailbox: " + names)
                .value()};
  return {fail(Fault::kUsage, "which mailbox?",
               names.empty() ? "give it as TYPE:ARG, such as --mailbox maildir:~/Mail"
                             : "give --mailbox with one of " + names + ", or as TYPE:ARG")
              .value()};
}

Checked<OpenMailbox> Workbench::open_mailbox() {
  if (settings_.mailboxes.size() != 1) return tl::unexpected(which_mailbox());
  return open_mailbox(settings_.mailboxes.front());
}

Checked<OpenMailbox> Workbench::open_mailbox(const std::string& text) {
  const auto reference =
      read_reference(plugin::Kind::kProvider, text, settings_, environment_.folders);
  if (!reference) return all(reference.error());
  return open_mailbox(*reference);
}

Checked<OpenMailbox> Workbench::open_mailbox(const ComponentReference& reference) {
  auto configured = configure(plugin::Kind::kProvider, reference);
  if (!configured) return tl::unexpected(std::move(configured.error()));
  auto mailbox = plugin::Mailbox::open(configured->component, configured->config, is_stop_asked);
  if (!mailbox) return all(placed(mailbox.error(), reference));
  // TYPE:ARG means the same wherever it is said, but has only that one parameter.
  const auto& argument = configured->component.info.argument;
  auto again = reference.has_more_than(argument) ? reference.text : configured->reference();
  return OpenMailbox{std::move(again), configured->component.info.name,
                     std::move(configured->config), std::move(*mailbox)};
}

Checked<Workbench::MailboxEntry> Workbench::read_entry(const ComponentReference& reference) {
  auto configured = configure(plugin::Kind::kProvider, reference);
  if (!configured) return tl::unexpected(std::move(configured.error()));
  auto again = configured->reference();
  return MailboxEntry{configured->component.info.name, std::move(configured->config),
                      std::move(again)};
}

Checked<OpenMailbox> Workbench::reopen_mailbox(const std::string& provider,
                                               const sdk::Value& config) {
  const auto info = registry().find(plugin::Kind::kProvider, provider);
  if (!info) return all(info.error());
  const auto component = registry().load(*info);
  if (!component) return all(component.error());
  auto mailbox = plugin::Mailbox::open(*component, config, is_stop_asked);
  if (!mailbox) return all(mailbox.error());
  auto reference = Configured{*component, config}.reference();
  return OpenMailbox{std::move(reference), provider, config, std::move(*mailbox)};
}

Checked<StorePlace> Workbench::locate_store() {
  auto text = settings_.store;
  if (text.empty() && settings_.composition && settings_.composition->stores.size() > 1)
    return which_store(*settings_.composition);
  if (text.empty()) {
    const auto defaults = this->defaults();
    if (!defaults) return all(defaults.error());
    text = defaults->store;
  }
  auto reference = read_reference(plugin::Kind::kStore, text, settings_, environment_.folders);
  if (!reference) return all(reference.error());
  auto configured = configure(plugin::Kind::kStore, *reference);
  if (!configured) return tl::unexpected(configured.error());
  return StorePlace{std::move(configured->component), std::move(configured->config),
                    std::move(*reference)};
}

Checked<plugin::Store> Workbench::open_store(const StorePlace& place) {
  // Never asked to stop: a run that is interrupted has to write down where it is.
  auto store = plugin::Store::open(place.component, place.config, journal::tables(),
                                   journal::kSchemaVersion);
  if (!store) return all(placed(store.error(), place.reference));
  return std::move(*store);
}

Checked<plugin::Store> Workbench::open_store() {
  const auto place = locate_store();
  if (!place) return tl::unexpected(place.error());
  return open_store(*place);
}

Checked<std::optional<plugin::Store>> Workbench::open_store_if_there() {
  const auto place = locate_store();
  if (!place) return tl::unexpected(place.error());
  const auto is_there = plugin::Store::is_there(place->component, place->config);
  if (!is_there) return all(placed(is_there.error(), place->reference));
  if (!*is_there) return std::optional<plugin::Store>();
  auto store = open_store(*place);
  if (!store) return tl::unexpected(std::move(store.error()));
  return std::optional<plugin::Store>(std::move(*store));
}

Result<const journal::SealingKey*> Workbench::sealing_key() {
  const auto* composition = settings_.composition.get();
  if (composition && composition->audit == config::AuditDetail::kIds) return nullptr;
  if (sealing_key_) return &*sealing_key_;
  auto key = journal::load_or_make_key(environment_.key_file);
  if (!key && key.error().fault == Fault::kUnavailable) {
    terminal_.warn("warning: no subjects and senders are kept: " + to_text(key.error()));
    return nullptr;
  }
  if (!key) return tl::unexpected(key.error());
  sealing_key_ = std::move(*key);
  return &*sealing_key_;
}

Result<std::optional<journal::SealingKey>> Workbench::existing_key() const {
  return journal::load_key(environment_.key_file);
}

}  // namespace mailcomb::app
