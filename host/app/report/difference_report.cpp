// SPDX-License-Identifier: Apache-2.0
#include "app/report/difference_report.hpp"

#include <fmt/format.h>

#include "app/report/plan_footer.hpp"
#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;
using pipeline::MessageDifference;

constexpr std::size_t kSamples = 5;

std::string or_nothing(const std::string& text) { return text.empty() ? "-" : printable(text); }

std::string words_text(const DifferenceView& view) {
  if (view.differences.empty())
    return fmt::format("Policies {} and {} say the same.\n", printable(view.a.name),
                       printable(view.b.name));
  std::string text =
      fmt::format("A is {}, B is {}\n", printable(view.a.name), printable(view.b.name));
  for (const auto& difference : view.differences)
    text += fmt::format("\n{}\n  A  {}\n  B  {}\n", printable(difference.what),
                        or_nothing(difference.a), or_nothing(difference.b));
  return text;
}

std::string actions_text(const plan::Change* change) {
  if (!change) return "-";
  std::string text;
  for (const auto& planned : change->actions)
    text += (text.empty() ? "" : ", ") + mail::to_text(planned.action);
  return text;
}

std::string date_text(const plan::Change& change) {
  return change.received_at_ms ? to_rfc3339(from_unix_ms(*change.received_at_ms)) : "";
}

// The first of those that are of one kind.
template <class Wanted>
std::string samples(const DifferenceView& view, const std::string& title, std::int64_t count,
                    Wanted wanted) {
  if (count == 0) return {};
  Table table({{"received"},
               {"from", Align::kLeft, 30},
               {"subject", Align::kLeft, 40},
               {"A", Align::kLeft, 30},
               {"B", Align::kLeft, 30}});
  std::size_t shown = 0;
  for (const auto& message : view.on_mail->messages) {
    if (!wanted(message) || shown == kSamples) continue;
    ++shown;
    const auto& change = message.any();
    const auto day = date_text(change).substr(0, 10);
    table.add({day.empty() ? "undated" : day, change.from, change.subject, actions_text(message.a),
               actions_text(message.b)});
  }
  auto text = fmt::format("\n{}: {}\n", title, grouped(count)) + table.text();
  if (count > static_cast<std::int64_t>(shown))
    text += fmt::format("  … and {} more\n", grouped(count - static_cast<std::int64_t>(shown)));
  return text;
}

std::string mail_text(const DifferenceView& view) {
  if (!view.on_mail) return {};
  const auto& found = *view.on_mail;
  auto text =
      fmt::format("\nA: {}\nB: {}\n{} messages change in the same way by both\n",
                  plan_footer(*view.a.plan), plan_footer(*view.b.plan), grouped(found.same));
  text += samples(view, "Only A changes", found.only_a, [](const auto& each) { return !each.b; });
  text += samples(view, "Only B changes", found.only_b, [](const auto& each) { return !each.a; });
  return text + samples(view, "Both change, by other actions", found.other,
                        [](const auto& each) { return each.a && each.b; });
}

json actions_json(const plan::Change* change) {
  json actions = json::array();
  if (change)
    for (const auto& planned : change->actions) actions.push_back(mail::to_text(planned.action));
  return actions;
}

json message_json(const MessageDifference& message) {
  const auto& change = message.any();
  json object = {
      {"message_id", change.id}, {"a", actions_json(message.a)}, {"b", actions_json(message.b)}};
  if (!change.subject.empty()) object["subject"] = change.subject;
  if (!change.from.empty()) object["from"] = change.from;
  if (change.received_at_ms) object["received_at"] = date_text(change);
  return object;
}

json policy_json(const ComparedPolicy& policy) {
  json object = {{"name", policy.name}, {"digest", policy.digest}};
  if (policy.plan) object["changes"] = policy.plan->totals.changes;
  if (policy.plan) object["tripped"] = !policy.plan->trips.empty();
  return object;
}

Report words_report(const DifferenceView& view, json document) {
  Table table({{"what"}, {"a"}, {"b"}});
  for (const auto& difference : view.differences)
    table.add({difference.what, difference.a, difference.b});
  return {words_text(view), std::move(document), "differences", std::move(table)};
}

Report mail_report(const DifferenceView& view, json document) {
  Table table({{"message_id"}, {"a"}, {"b"}, {"received_at"}, {"from"}, {"subject"}});
  json messages = json::array();
  for (const auto& message : view.on_mail->messages) {
    const auto& change = message.any();
    table.add({change.id, message.a ? actions_text(message.a) : "",
               message.b ? actions_text(message.b) : "", date_text(change), change.from,
               change.subject});
    messages.push_back(message_json(message));
  }
  document["totals"] = {{"only_a", view.on_mail->only_a},
                        {"only_b", view.on_mail->only_b},
                        {"other", view.on_mail->other},
                        {"same", view.on_mail->same}};
  document["messages"] = std::move(messages);
  return {words_text(view) + mail_text(view), std::move(document), "messages", std::move(table)};
}

}  // namespace

Report difference_report(const DifferenceView& view) {
  json differences = json::array();
  for (const auto& each : view.differences)
    differences.push_back({{"what", each.what}, {"a", each.a}, {"b", each.b}});
  json document = {{"a", policy_json(view.a)},
                   {"b", policy_json(view.b)},
                   {"differences", std::move(differences)}};
  return view.on_mail ? mail_report(view, std::move(document))
                      : words_report(view, std::move(document));
}

}  // namespace mailcomb::app
