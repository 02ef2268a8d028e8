// SPDX-License-Identifier: Apache-2.0
#include "plugin/mailbox_description.hpp"

#include <algorithm>

#include "plugin/described.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::Value;

constexpr std::int64_t kChangesMax = 1000;

// `header:*` has every name that begins with `header:` and goes on.
bool has_name(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) {
    if (!known.ends_with(":*")) return known == name;
    known.remove_suffix(1);
    return name.size() > known.size() && name.starts_with(known);
  });
}

}  // namespace

bool MailboxDescription::has_column(std::string_view name) const { return has_name(columns, name); }

bool MailboxDescription::has_action(std::string_view name) const { return has_name(actions, name); }

Result<MailboxDescription> read_mailbox_description(const Value& value) {
  MailboxDescription read;
  Described described(value);
  read.account = described.text("account");
  read.columns = described.texts("columns");
  read.actions = described.texts("actions");
  read.changes_per_batch = described.integer("changes_per_batch", kChangesMax);
  read.cost_unit = described.text("cost_unit");
  for (const auto& member : described.map("notes").members())
    read.notes.emplace(member.key, member.value.text());
  if (read.account.empty()) described.complain("'account' is missing");
  if (!read.has_column("id")) described.complain("'columns' lacks 'id'");
  if (read.changes_per_batch < 1 || read.changes_per_batch > kChangesMax)
    described.complain("'changes_per_batch' is not from 1 to 1000");
  if (!described.complaint().empty()) return fail(Fault::kInternal, described.complaint());
  return read;
}

}  // namespace mailcomb::plugin
