// SPDX-License-Identifier: Apache-2.0
#include "app/report/explain_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/terminal.hpp"
#include "mail/state_json.hpp"
#include "pipeline/state_text.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;
using pipeline::Explanation;
using pipeline::RuleExplanation;

json finding_json(const filter::Finding& finding) {
  json object = {{"predicate", finding.source}, {"truth", filter::to_text(finding.truth)}};
  if (!finding.seen.empty()) object["seen"] = finding.seen;
  if (finding.of.empty()) return object;
  json parts = json::array();
  for (const auto& part : finding.of) parts.push_back(finding_json(part));
  object["of"] = std::move(parts);
  return object;
}

std::vector<std::string> guard_names(const plan::Decision& decision) {
  std::vector<std::string> names;
  for (const auto guard : decision.guards.list()) names.emplace_back(plan::to_text(guard));
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// What came of it, in a few words.
std::string verdict(const RuleExplanation& rule) {
  if (!rule.is_in_scope) return "not in scope: the rule does not look where the message lies";
  if (!rule.decision) {
    if (rule.finding.truth == filter::Truth::kUnknown) return "does not match: unknown";
    if (rule.evaluates && rule.finding.truth == filter::Truth::kTrue)
      return "does not match: the rule type keeps it";
    return "does not match";
  }
  switch (rule.decision->bucket) {
    case plan::Bucket::kGuarded:
      return "matches, but is kept by: " + joined(guard_names(*rule.decision));
    case plan::Bucket::kShadowed: return "matches, but an earlier rule has the last word";
    case plan::Bucket::kAlready: return "matches; nothing is left to do";
    case plan::Bucket::kChanges:
    case plan::Bucket::kDeferred: break;
  }
  return "matches, and will act";
}

// Folding and lists leave runs of spaces, which say nothing.
std::string one_spaced(const std::string& text) {
  std::string spaced;
  for (const char c : printable(text))
    if (c != ' ' || (!spaced.empty() && spaced.back() != ' ')) spaced += c;
  return spaced;
}

// A line for each part; what a predicate saw stands in a column of its own.
struct Line {
  std::string finding;
  std::string seen;
};

void add_lines(const filter::Finding& finding, int depth, std::vector<Line>& lines) {
  lines.push_back({fmt::format("{}{:<8}{}", std::string(static_cast<std::size_t>(depth) * 2, ' '),
                               filter::to_text(finding.truth), printable(finding.source)),
                   finding.seen.empty() ? "" : "saw " + fitted(one_spaced(finding.seen), 80)});
  for (const auto& part : finding.of) add_lines(part, depth + 1, lines);
}

std::string finding_text(const filter::Finding& finding) {
  std::vector<Line> lines;
  add_lines(finding, 1, lines);
  std::size_t width = 0;
  for (const auto& line : lines)
    if (!line.seen.empty()) width = std::max(width, width_of(line.finding));
  std::string text;
  for (const auto& [finding, seen] : lines)
    text += (seen.empty() ? finding : padded(finding, width) + "   " + seen) + "\n";
  return text;
}

std::string protection_text(const Explanation& explanation) {
  std::string text;
  const auto& sender = explanation.protected_sender;
  if (sender == "unreadable")
    text += "\nprotected: its sender cannot be read, and may be a protected one\n";
  else if (!sender.empty())
    text += "\nprotected sender: " + printable(sender) + "\n";
  for (const auto& finding : explanation.protected_by)
    text += "\nprotected by a filter of 'never':\n" + finding_text(finding);
  return text;
}

std::string rule_text(const Explanation& explanation, const RuleExplanation& rule) {
  auto text = fmt::format("\nrule {}: {}\n", rule.rule, verdict(rule));
  text += finding_text(rule.finding);
  if (rule.evaluates && rule.decision)
    text += "  the rule type says: " + printable(explanation.reasons[rule.decision->reason]) + "\n";
  if (!rule.kept_because.empty())
    text += "  the rule type says: " + printable(rule.kept_because) + "\n";
  return text;
}

json rule_json(const Explanation& explanation, const RuleExplanation& rule) {
  json object = {{"rule", rule.rule},
                 {"in_scope", rule.is_in_scope},
                 {"filter", finding_json(rule.finding)},
                 {"matches", rule.decision.has_value()},
                 {"verdict", verdict(rule)}};
  if (!rule.kept_because.empty()) object["reason"] = rule.kept_because;
  if (!rule.decision) return object;
  object["bucket"] = plan::to_text(rule.decision->bucket);
  object["reason"] = explanation.reasons[rule.decision->reason];
  object["guards"] = guard_names(*rule.decision);
  return object;
}

std::string message_text(const plan::Change& message) {
  auto text = fmt::format("Message {}\n", printable(message.id));
  text += "  from      " + printable(message.from) + "\n";
  text += "  subject   " + printable(message.subject) + "\n";
  text += "  received  " +
          (message.received_at_ms ? to_rfc3339(from_unix_ms(*message.received_at_ms)) : "unknown") +
          "\n";
  return text + "  state     " + printable(pipeline::state_text(message.prior)) + "\n";
}

}  // namespace

std::string rules_text(const Explanation& explanation) {
  std::string text;
  for (const auto& rule : explanation.rules) text += rule_text(explanation, rule);
  return text;
}

json rules_json(const Explanation& explanation) {
  json rules = json::array();
  for (const auto& rule : explanation.rules) rules.push_back(rule_json(explanation, rule));
  return rules;
}

Report explain_report(const Explanation& explanation) {
  const auto& message = explanation.message;
  auto text = message_text(message) + protection_text(explanation) + rules_text(explanation);
  json protections = json::array();
  for (const auto& finding : explanation.protected_by) protections.push_back(finding_json(finding));
  Table table({{"rule"}, {"matches"}, {"verdict"}});
  for (const auto& rule : explanation.rules)
    table.add({rule.rule, rule.decision ? "yes" : "no", verdict(rule)});
  json document = {
      {"message_id", message.id},
      {"from", message.from},
      {"subject", message.subject},
      {"received_at",
       message.received_at_ms ? json(to_rfc3339(from_unix_ms(*message.received_at_ms))) : json()},
      {"state", mail::to_json(message.prior)},
      {"protected_by", std::move(protections)},
      {"protected_sender",
       explanation.protected_sender.empty() ? json() : json(explanation.protected_sender)},
      {"rules", rules_json(explanation)}};
  return {std::move(text), std::move(document), "rules", std::move(table)};
}

}  // namespace mailcomb::app
