// SPDX-License-Identifier: Apache-2.0
#include "app/workbench.hpp"

#include <unistd.h>

#include <random>

#include "app/signals.hpp"
#include "app/text_file.hpp"
#include "config/component_config.hpp"
#include "config/type_arg.hpp"
#include "journal/tables.hpp"
#include "policy/find.hpp"
#include "policy/parse.hpp"

namespace mailcomb::app {
namespace {

tl::unexpected<Errors> all(Error error) { return tl::unexpected(Errors{std::move(error)}); }

Node as_node(const std::string& property, const std::string& argument) {
  Node node;
  node.kind = Node::Kind::kMap;
  if (argument.empty()) return node;
  Node value;
  value.kind = Node::Kind::kText;
  value.text = argument;
  value.quoted = true;
  node.members.push_back({property, {}, std::move(value)});
  return node;
}

}  // namespace

Workbench::Workbench(const Options& options, Environment environment, Terminal& terminal)
    : options_(options),
      environment_(std::move(environment)),
      terminal_(terminal),
      started_at_(clock()) {}

Time Workbench::clock() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::uint32_t Workbench::random() { return std::random_device()(); }

plugin::Registry& Workbench::registry() {
  if (registry_) return *registry_;
  const auto installation = plugin::installation_of(environment_.program);
  plugin::SearchPath path;
  for (const auto& folder : options_.plugins) path.named.emplace_back(folder);
  path.named.insert(path.named.end(), environment_.plugin_path.begin(),
                    environment_.plugin_path.end());
  path.standard = installation.plugin_folders;
  registry_ = std::make_unique<plugin::Registry>(
      path, getuid(), plugin::Prober{installation.runner},
      [this](std::uint32_t, std::string_view text) { terminal_.detail(printable(text)); });
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

Checked<Workbench::Configured> Workbench::configure(plugin::Kind kind, const std::string& type_arg,
                                                    const std::string& option) {
  const auto parsed = config::parse_type_arg(type_arg, option);
  if (!parsed) return all(parsed.error());
  const auto info = registry().find(kind, parsed->type);
  if (!info) return all(info.error());
  auto component = registry().load(*info);
  if (!component) return all(component.error());
  auto config = config::configure(
      std::string(plugin::to_word(kind)) + " '" + parsed->type + "'", component->info.schema,
      as_node(component->info.argument, parsed->argument), environment_.folders);
  if (!config) return tl::unexpected(std::move(config.error()));
  return Configured{std::move(*component), std::move(*config)};
}

std::string Workbench::Configured::reference() const {
  const auto* argument = config.find(component.info.argument);
  if (!argument || !argument->is(sdk::Value::Kind::kText)) return component.info.name;
  return component.info.name + ":" + std::string(argument->text());
}

Checked<OpenMailbox> Workbench::open_mailbox() { return open_mailbox(options_.mailbox); }

Checked<OpenMailbox> Workbench::open_mailbox(const std::string& reference) {
  if (reference.empty())
    return all({Fault::kUsage,
                "which mailbox?",
                "give it as TYPE:ARG, such as --mailbox maildir:~/Mail",
                {},
                0,
                0,
                {}});
  auto configured = configure(plugin::Kind::kProvider, reference, "--mailbox");
  if (!configured) return tl::unexpected(std::move(configured.error()));
  auto mailbox = plugin::Mailbox::open(configured->component, configured->config, is_stop_asked);
  if (!mailbox) return all(mailbox.error());
  auto absolute = configured->reference();
  return OpenMailbox{std::move(absolute), configured->component.info.name,
                     std::move(configured->config), std::move(*mailbox)};
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

Checked<plugin::Store> Workbench::open_store() {
  auto type_arg = options_.store;
  if (type_arg.empty()) {
    const auto defaults = this->defaults();
    if (!defaults) return all(defaults.error());
    type_arg = defaults->store;
  }
  const auto configured = configure(plugin::Kind::kStore, type_arg, "--store");
  if (!configured) return tl::unexpected(configured.error());
  // Never asked to stop: a run that is interrupted has to write down where it is.
  auto store = plugin::Store::open(configured->component, configured->config, journal::tables(),
                                   journal::kSchemaVersion);
  if (!store) return all(store.error());
  return std::move(*store);
}

Checked<FoundPolicy> Workbench::find_policy() {
  if (!options_.policy.empty()) return find_policy(options_.policy);
  const auto defaults = this->defaults();
  if (!defaults) return all(defaults.error());
  return find_policy(defaults->policy);
}

Checked<FoundPolicy> Workbench::find_policy(const std::string& name_or_file) {
  return find_policy(name_or_file, now());
}

Checked<FoundPolicy> Workbench::find_policy(const std::string& name_or_file, Time now) {
  const auto defaults = this->defaults();
  if (!defaults) return all(defaults.error());
  const auto file = policy::find_policy(name_or_file, environment_.policy_folders);
  if (!file) return all(file.error());
  auto text = read_text_file(*file);
  if (!text) return all(text.error());
  auto policy = policy::read_policy(*text, file->string(), now, {defaults->rule});
  if (!policy) return tl::unexpected(std::move(policy.error()));
  const auto path = config::absolute_path(file->string(), environment_.folders);
  const bool is_name = name_or_file.find('/') == std::string::npos && *file != name_or_file;
  return FoundPolicy{is_name ? name_or_file : path, path, std::move(*text), std::move(*policy)};
}

Checked<pipeline::Resolved> Workbench::resolve(const FoundPolicy& policy,
                                               const OpenMailbox* mailbox, Time now) {
  const auto defaults = this->defaults();
  if (!defaults) return all(defaults.error());
  return pipeline::resolve(policy.policy, {registry(),
                                           {environment_.folders.home, policy.file.parent_path()},
                                           now,
                                           defaults->rule,
                                           mailbox ? mailbox->provider : "",
                                           mailbox ? &mailbox->mailbox.description() : nullptr});
}

Checked<pipeline::Resolved> Workbench::resolve(const FoundPolicy& policy,
                                               const plugin::MailboxDescription& mailbox,
                                               Time now) {
  const auto defaults = this->defaults();
  if (!defaults) return all(defaults.error());
  return pipeline::resolve(policy.policy, {registry(),
                                           {environment_.folders.home, policy.file.parent_path()},
                                           now,
                                           defaults->rule,
                                           "",
                                           &mailbox});
}

}  // namespace mailcomb::app
