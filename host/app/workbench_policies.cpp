// SPDX-License-Identifier: Apache-2.0
#include "app/text_file.hpp"
#include "app/workbench.hpp"
#include "policy/find.hpp"
#include "policy/parse.hpp"

namespace mailcomb::app {
namespace {

tl::unexpected<Errors> all(Error error) { return tl::unexpected(Errors{std::move(error)}); }

}  // namespace

Checked<FoundPolicy> Workbench::find_policy() {
  if (!settings_.policy.empty()) return find_policy(settings_.policy);
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
  auto policy =
      policy::read_policy(*text, file->string(), now, {defaults->rule}, base_loader(*file));
  if (!policy) return tl::unexpected(std::move(policy.error()));
  const auto path = config::absolute_path(file->string(), environment_.folders);
  const bool is_name = name_or_file.find('/') == std::string::npos && *file != name_or_file;
  for (const auto& base : policy->bases) *text += "--- # extends " + base.file + "\n" + base.text;
  return FoundPolicy{is_name ? name_or_file : path, path, std::move(*text), std::move(*policy)};
}

Checked<FoundPolicy> Workbench::parse_policy(const std::string& text, const std::string& origin,
                                             Time now) {
  const auto defaults = this->defaults();
  if (!defaults) return all(defaults.error());
  auto policy = policy::read_policy(text, origin, now, {defaults->rule});
  if (!policy) return tl::unexpected(std::move(policy.error()));
  return FoundPolicy{{}, environment_.folders.base / "policy.yaml", text, std::move(*policy)};
}

// A relative file lies beside the one that names it. One file has one name, so that circles show.
policy::LoadBase Workbench::base_loader(const std::filesystem::path& first) const {
  return
      [this, first](const std::string& reference, const std::string& from) -> Result<policy::Base> {
        const auto absolute = [this](const std::string& file) {
          return std::filesystem::path(config::absolute_path(file, environment_.folders));
        };
        const config::Folders beside = {environment_.folders.home, absolute(from).parent_path()};
        const auto named =
            policy::is_file_name(reference) ? config::absolute_path(reference, beside) : reference;
        const auto found = policy::find_policy(named, environment_.policy_folders);
        if (!found) return tl::unexpected(found.error());
        auto text = read_text_file(*found);
        if (!text) return tl::unexpected(text.error());
        const auto file = absolute(found->string());
        return policy::Base{(file == absolute(first.string()) ? first : file).string(),
                            std::move(*text)};
      };
}

Checked<pipeline::Resolved> Workbench::resolve(const FoundPolicy& policy,
                                               const OpenMailbox* mailbox, Time now) {
  if (!mailbox) return resolve(policy, "", nullptr, now);
  return resolve(policy, mailbox->provider, &mailbox->mailbox.description(), now);
}

Checked<pipeline::Resolved> Workbench::resolve(const FoundPolicy& policy,
                                               const plugin::MailboxDescription& mailbox,
                                               Time now) {
  return resolve(policy, "", &mailbox, now);
}

Checked<pipeline::Resolved> Workbench::resolve(const FoundPolicy& policy,
                                               const std::string& provider,
                                               const plugin::MailboxDescription* mailbox,
                                               Time now) {
  const auto defaults = this->defaults();
  if (!defaults) return all(defaults.error());
  return pipeline::resolve(policy.policy, {registry(),
                                           {environment_.folders.home, policy.file.parent_path()},
                                           now,
                                           defaults->rule,
                                           provider,
                                           mailbox});
}

}  // namespace mailcomb::app
