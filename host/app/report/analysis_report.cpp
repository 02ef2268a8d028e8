// SPDX-License-Identifier: Apache-2.0
#include "app/report/analysis_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/report/plan_footer.hpp"
#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using analysis::Group;
using json = nlohmann::ordered_json;

constexpr auto kRight = Align::kRight;

// One kind of groups, and how it is named.
struct Section {
  std::string key;    // In `groups`.
  std::string title;  // For people.
  std::string column;
  std::vector<Group> groups;
};

std::vector<Group> without_empty(std::vector<Group> groups) {
  std::erase_if(groups, [](const Group& group) { return group.messages == 0; });
  return groups;
}

std::vector<Group> first(std::vector<Group> groups, std::size_t count) {
  if (groups.size() > count) groups.resize(count);
  return groups;
}

std::vector<Group> largest(std::vector<Group> groups, std::size_t count) {
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.name < b.name;
  });
  return first(std::move(groups), count);
}

std::vector<Section> sections_of(const AnalysisView& view) {
  const auto& found = view.findings;
  const auto top = view.top;
  const std::string derived = found.derives_categories ? " (derived from headers)" : "";
  return {{"place", "Places", "place", without_empty(found.places)},
          {"age", "Ages", "received", without_empty(found.ages)},
          {"category", "Categories" + derived, "category", found.categories},
          {"sender", "Senders with the most messages", "sender", first(found.senders, top)},
          {"sender_by_size", "Senders with the most bytes", "sender", largest(found.senders, top)},
          {"list", "Lists with the most messages", "list", first(found.lists, top)},
          {"list_by_size", "Lists with the most bytes", "list", largest(found.lists, top)},
          {"never_read",
           fmt::format("Senders of whom nothing was ever read ({} messages or more)",
                       analysis::kNeverReadFrom),
           "sender", first(found.never_read(), top)}};
}

std::string newest_text(const Group& group) {
  return group.newest_ms ? to_rfc3339(from_unix_ms(*group.newest_ms)) : "";
}

std::string unread_text(const AnalysisView& view, const Group& group) {
  return view.findings.tells_flags ? grouped(group.unread) : "?";
}

std::string section_text(const AnalysisView& view, const Section& section) {
  if (section.groups.empty()) return {};
  Table table({{section.column}, {"messages", kRight}, {"unread", kRight}, {"size", kRight}});
  for (const auto& group : section.groups)
    table.add(
        {group.name, grouped(group.messages), unread_text(view, group), bytes_text(group.bytes)});
  return "\n" + section.title + "\n" + table.text();
}

std::string health_text(const analysis::Health& health) {
  Table table({{"term"},
               {"points", kRight},
               {"of", kRight},
               {"share", kRight},
               {"worst", kRight},
               {"because", Align::kLeft, 70}});
  for (const auto& term : health.terms)
    table.add({std::string(term.name), term.value ? fmt::format("{:.1f}", term.points()) : "-",
               std::to_string(term.weight), term.value ? fmt::format("{:.1f}%", term.percent) : "?",
               fmt::format("{}%", term.worst_percent), term.why});
  return fmt::format("\nHealth: {} of 100\n", health.score) + table.text();
}

std::string policies_text(const AnalysisView& view) {
  if (view.policies.empty()) return {};
  std::string text = "\nWhat each policy would do\n";
  for (const auto& policy : view.policies) {
    text += fmt::format("  {}{}\n", printable(policy.name),
                        policy.title.empty() ? "" : ": " + printable(policy.title));
    if (policy.plan)
      for (const auto& trip : policy.plan->trips) text += "    STOP: " + trip.detail + "\n";
    text += "    " +
            (policy.plan ? plan_footer(*policy.plan)
                         : "cannot be planned: " + printable(policy.error)) +
            "\n";
  }
  return text;
}

std::string analysis_text(const AnalysisView& view) {
  const auto& found = view.findings;
  auto text =
      fmt::format("Mailbox {}, as of {}: {} messages, {} unread, {}\n", printable(view.mailbox),
                  to_rfc3339(found.now), grouped(found.whole.messages),
                  unread_text(view, found.whole), bytes_text(found.whole.bytes));
  if (view.unreadable > 0)
    text +=
        fmt::format("{} more could not be read and are not counted\n", grouped(view.unreadable));
  text += fmt::format("All but the places is about the {} outside trash, spam, drafts and sent.\n",
                      grouped(found.kept.messages));
  text += health_text(found.health);
  for (const auto& section : sections_of(view)) text += section_text(view, section);
  return text + policies_text(view);
}

json group_json(const AnalysisView& view, const Group& group) {
  return {{"messages", group.messages},
          {"unread", view.findings.tells_flags ? json(group.unread) : json()},
          {"bytes", group.bytes}};
}

json health_json(const analysis::Health& health) {
  json terms = json::array();
  for (const auto& term : health.terms)
    terms.push_back({{"name", term.name},
                     {"weight", term.weight},
                     {"percent", term.percent},
                     {"worst_percent", term.worst_percent},
                     {"value", term.value ? json(*term.value) : json()},
                     {"points", term.value ? json(term.points()) : json()},
                     {"why", term.why}});
  return {{"score", health.score}, {"terms", std::move(terms)}};
}

json outlook_json(const PolicyOutlook& policy) {
  json object = {{"name", policy.name}, {"title", policy.title}};
  if (!policy.plan) {
    object["error"] = policy.error;
    return object;
  }
  json actions = json::object();
  for (const auto& change : policy.plan->changes)
    for (const auto& planned : change.actions) {
      auto& count = actions[mail::to_text(planned.action)];
      count = count.is_null() ? 1 : count.get<std::int64_t>() + 1;
    }
  object["changes"] = policy.plan->totals.changes;
  object["guarded"] = policy.plan->totals.guarded;
  object["actions"] = std::move(actions);
  object["tripped"] = !policy.plan->trips.empty();
  return object;
}

json totals_json(const AnalysisView& view) {
  auto totals = group_json(view, view.findings.whole);
  totals["unreadable"] = view.unreadable;
  totals["kept"] = group_json(view, view.findings.kept);
  totals["senders"] = view.findings.senders.size();
  totals["lists"] = view.findings.lists.size();
  totals["never_read_senders"] = view.findings.never_read().size();
  return totals;
}

}  // namespace

Report analysis_report(const AnalysisView& view) {
  json groups = json::array();
  Table table({{"section"}, {"name"}, {"messages"}, {"unread"}, {"bytes"}, {"newest"}});
  for (const auto& section : sections_of(view))
    for (const auto& group : section.groups) {
      json object = {{"section", section.key}, {"name", group.name}};
      object.update(group_json(view, group));
      object["newest"] = group.newest_ms ? json(newest_text(group)) : json();
      groups.push_back(std::move(object));
      table.add({section.key, group.name, std::to_string(group.messages),
                 view.findings.tells_flags ? std::to_string(group.unread) : "",
                 std::to_string(group.bytes), newest_text(group)});
    }
  json policies = json::array();
  for (const auto& policy : view.policies) policies.push_back(outlook_json(policy));
  json document = {
      {"mailbox", view.mailbox},        {"now", to_rfc3339(view.findings.now)},
      {"totals", totals_json(view)},    {"derives_categories", view.findings.derives_categories},
      {"groups", std::move(groups)},    {"health", health_json(view.findings.health)},
      {"policies", std::move(policies)}};
  return {analysis_text(view), std::move(document), "groups", std::move(table)};
}

}  // namespace mailcomb::app
