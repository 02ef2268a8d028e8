// SPDX-License-Identifier: Apache-2.0
#include "app/report/policy_report.hpp"

#include <fmt/format.h>

#include <array>

#include "app/terminal.hpp"
#include "journal/value_json.hpp"
#include "plan/limits.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;
using Kind = mail::Action::Kind;

// What an action means to the mail, never more than that.
std::string words(const mail::Action& action) {
  switch (action.kind) {
    case Kind::kArchive: return "archive: it leaves the inbox and stays in the mailbox";
    case Kind::kTrash: return "trash (Gmail deletes it for good 30 days later)";
    case Kind::kKeep: return "keep: no later rule moves it";
    case Kind::kMarkRead: return "mark as read";
    case Kind::kMarkUnread: return "mark as unread";
    case Kind::kStar: return "star";
    case Kind::kUnstar: return "unstar";
    case Kind::kLabel: return "label '" + action.label + "'";
    case Kind::kUnlabel: return "remove label '" + action.label + "'";
    case Kind::kRestore: break;
  }
  return "put back";
}

// "last: 3, per: sender", by name.
std::string parameters_text(const sdk::Value& with) {
  std::string text;
  for (const auto& parameter : with.members()) {
    const auto& value = parameter.value;
    text += (text.empty() ? "" : ", ") + parameter.key + ": " +
            (value.is(sdk::Value::Kind::kText) ? value.text() : journal::to_json(value).dump());
  }
  return printable(text);
}

std::string rule_text(const pipeline::ReadyRule& ready) {
  auto text = fmt::format("\n{}{}\n", ready.rule.name,
                          ready.rule.title.empty() ? "" : ": " + printable(ready.rule.title));
  const auto& filter = ready.filter.expression();
  text += "  when  " + (filter.selects_everything() ? "any message in scope"
                                                    : printable(filter::to_text(filter)));
  if (ready.evaluation) text += "; then " + ready.type + " decides";
  text += "\n";
  if (const auto parameters = parameters_text(ready.with); !parameters.empty())
    text += "  with  " + parameters + " (" + ready.type + ")\n";
  for (const auto& action : ready.rule.actions) text += "  then  " + words(action) + "\n";
  if (plan::trashes(ready.rule) && ready.rule.whole_thread)
    text += "  only if the whole conversation may go\n";
  return text;
}

std::string limits_text(const pipeline::RuleProgram& program) {
  std::string text;
  for (const auto& limit : program.limits)
    text += fmt::format("{}{} to {}", text.empty() ? "" : ", ", plan::to_text(limit),
                        mail::to_text({limit.action, {}}));
  return text;
}

// A guard and what it keeps, in words.
struct Keeping {
  plan::Guard guard;
  std::string_view what;
};
constexpr std::array<Keeping, 6> kNeverTouched = {{{plan::Guard::kStarred, "starred"},
                                                   {plan::Guard::kImportant, "important"},
                                                   {plan::Guard::kDraft, "drafts"},
                                                   {plan::Guard::kSent, "sent"},
                                                   {plan::Guard::kUnknownDate, "of unknown date"},
                                                   {plan::Guard::kFutureDate, "of a future date"}}};
constexpr std::array<Keeping, 5> kNeverTrashed = {
    {{plan::Guard::kReplied, "replied to"},
     {plan::Guard::kUserLabel, "under a label or in a folder of your own"},
     {plan::Guard::kDerivedCategory, "when only a derived category or importance speaks for it"},
     {plan::Guard::kThread, "in a conversation of which a message stays"},
     {plan::Guard::kLastCopy, "when what was to stay in its place goes as well"}}};
// All but `protected`, which has lines of its own.
static_assert(kNeverTouched.size() + kNeverTrashed.size() + 1 == plan::kGuardNames.size());

template <std::size_t size>
std::string kept_text(const char* heading, const std::array<Keeping, size>& guards,
                      plan::GuardSet unguarded) {
  std::string text;
  for (const auto& [guard, what] : guards)
    if (!unguarded.has(guard)) text += (text.empty() ? "" : ", ") + std::string(what);
  return text.empty() ? "" : fmt::format("{}: {}.\n", heading, text);
}

std::string guards_text(const pipeline::RuleProgram& program) {
  auto text = "\n" + kept_text("Never touched", kNeverTouched, program.unguarded);
  for (const auto& never : program.never)
    text += "Never touched: " + printable(filter::to_text(never.filter.expression())) + ".\n";
  text += "Never touched: mail of the senders that 'mailcomb protect --list' shows.\n";
  text += kept_text("Never trashed", kNeverTrashed, program.unguarded);
  if (const auto names = plan::to_text(program.unguarded); !names.empty())
    text += "Guards that this policy takes away: " + names + ".\n";
  return text;
}

std::string policy_text(const policy::Policy& policy, const pipeline::Resolved& resolved) {
  const auto& program = resolved.program;
  auto text = fmt::format("Policy {}{}\n", policy.name,
                          policy.title.empty() ? "" : ": " + printable(policy.title));
  if (policy.dry_run.value_or(false)) text += "Never changes mail: dry_run is true.\n";
  for (const auto& ready : program.rules) text += rule_text(ready);
  return text + guards_text(program) + "At most: " + limits_text(program) +
         fmt::format(
             "; more stops the run.\nPercentages are of the mailbox, and count from {} "
             "messages on.\n",
             plan::kPercentFromMessages);
}

json guards_json(const pipeline::RuleProgram& program) {
  json never = json::array(), unguard = json::array(), limits = json::object();
  for (const auto& each : program.never) never.push_back(filter::to_text(each.filter.expression()));
  for (const auto guard : program.unguarded.list()) unguard.push_back(plan::to_text(guard));
  for (const auto& limit : program.limits)
    limits[mail::to_text({limit.action, {}})] = {
        {"percent", limit.percent ? json(*limit.percent) : json()},
        {"messages", limit.count ? json(*limit.count) : json()}};
  return {
      {"never", std::move(never)}, {"unguard", std::move(unguard)}, {"limits", std::move(limits)}};
}

json rule_json(const pipeline::ReadyRule& ready) {
  json actions = json::array();
  for (const auto& action : ready.rule.actions) actions.push_back(mail::to_text(action));
  return {{"name", ready.rule.name},
          {"title", ready.rule.title},
          {"when", filter::to_text(ready.filter.expression())},
          {"evaluates", ready.evaluation.has_value()},
          {"rule_type", ready.type},
          {"with", journal::to_json(ready.with)},
          {"then", std::move(actions)},
          {"whole_thread", ready.rule.whole_thread}};
}

}  // namespace

Report policy_report(const policy::Policy& policy, const pipeline::Resolved& resolved) {
  json rules = json::array();
  Table table({{"rule"}, {"when", Align::kLeft, 100}, {"then"}});
  for (const auto& ready : resolved.program.rules) {
    auto object = rule_json(ready);
    std::string then;
    for (const auto& action : ready.rule.actions)
      then += (then.empty() ? "" : ", ") + mail::to_text(action);
    table.add({ready.rule.name, object["when"], then});
    rules.push_back(std::move(object));
  }
  json document = {{"name", policy.name},
                   {"title", policy.title},
                   {"digest", resolved.digest},
                   {"guards", guards_json(resolved.program)},
                   {"rules", std::move(rules)}};
  return {policy_text(policy, resolved), std::move(document), "rules", std::move(table)};
}

Report policy_list_report(const std::vector<PolicyListing>& policies) {
  Table table({{"policy"}, {"title"}, {"file"}, {"error"}});
  std::string text;
  json list = json::array();
  for (const auto& policy : policies) {
    table.add({policy.name, policy.title, policy.file, policy.error});
    text += fmt::format("{}{}\n  {}\n", printable(policy.name),
                        policy.title.empty() ? "" : ": " + printable(policy.title),
                        printable(policy.file));
    if (!policy.error.empty()) text += "  not valid: " + policy.error;
    list.push_back({{"name", policy.name},
                    {"title", policy.title},
                    {"file", policy.file},
                    {"error", policy.error.empty() ? json() : json(policy.error)}});
  }
  return {std::move(text), {{"policies", std::move(list)}}, "policies", std::move(table)};
}

Report validation_report(const std::vector<std::string>& valid) {
  Table table({{"policy"}});
  std::string text;
  for (const auto& name : valid) {
    table.add({name});
    text += printable(name) + ": valid\n";
  }
  return {std::move(text), {{"valid", valid}}, "valid", std::move(table)};
}

}  // namespace mailcomb::app
