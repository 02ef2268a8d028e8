// SPDX-License-Identifier: Apache-2.0
#include "plan/plan_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "mail/state_json.hpp"

namespace mailcomb::plan {
namespace {

using json = nlohmann::ordered_json;

json totals_json(const Plan& plan) {
  const auto& totals = plan.totals;
  json object = {{"messages", totals.messages}, {"scanned", totals.scanned},
                 {"matched", totals.matched},   {"guarded", totals.guarded},
                 {"changes", totals.changes},   {"limited_to", totals.limited_to}};
  if (plan.backlog) object["deferred"] = totals.deferred;
  return object;
}

json rule_json(const Plan& plan, const RuleTally& rule) {
  json object = {{"name", rule.name},
                 {"title", rule.title},
                 {"matched", rule.matched},
                 {"guarded", rule.guarded},
                 {"shadowed", rule.shadowed},
                 {"already", rule.already},
                 {"unknown", rule.unknown},
                 {"changes", rule.changes},
                 {"bytes", rule.bytes},
                 {"strategy", rule.strategy},
                 {"cost_estimate", rule.cost_estimate}};
  if (plan.backlog) object["deferred"] = rule.deferred;
  return object;
}

json trips_json(const std::vector<Trip>& trips) {
  json list = json::array();
  for (const auto& trip : trips) list.push_back({{"name", trip.name}, {"detail", trip.detail}});
  return list;
}

// What is not as usual; a plan of a whole policy on a mailbox of the past has none of these keys.
void add_exceptions(const Plan& plan, json& header) {
  if (plan.backlog) {
    header["backlog"] = {{"per_run", plan.backlog->per_run},
                         {"order", to_text(plan.backlog->order)}};
    if (!plan.trips_without_backlog.empty())
      header["backlog"]["exceeds"] = trips_json(plan.trips_without_backlog);
  }
  if (!plan.only_rules.empty()) header["only_rules"] = plan.only_rules;
  if (plan.ahead)
    header["ahead"] = {{"messages", plan.ahead->messages},
                       {"newest", to_rfc3339(from_unix_ms(plan.ahead->newest_ms))}};
}

json share_json(const Share& share) {
  json object = {{"action", mail::to_text({share.action, {}})},
                 {"messages", share.messages},
                 {"percent", share.percent},
                 {"limit_percent", share.limit_percent ? json(*share.limit_percent) : json()}};
  if (share.limit_count) object["limit_count"] = *share.limit_count;
  return object;
}

json guards_json(const Plan& plan) {
  json guards = {{"tripped", !plan.trips.empty()}};
  if (!plan.trips.empty()) {
    guards["name"] = plan.trips.front().name;
    guards["detail"] = plan.trips.front().detail;
  }
  guards["trips"] = trips_json(plan.trips);
  json limits = json::array();
  for (const auto& share : plan.shares) limits.push_back(share_json(share));
  guards["limits"] = std::move(limits);
  json kept = json::object();
  for (const auto& tally : plan.guards) kept[std::string(to_text(tally.guard))] = tally.messages;
  guards["kept"] = std::move(kept);
  return guards;
}

json plugins_json(const Binding& binding) {
  json plugins = json::array();
  for (const auto& plugin : binding.plugins)
    plugins.push_back(
        {{"name", plugin.name}, {"version", plugin.version}, {"sha256", plugin.sha256}});
  return plugins;
}

RuleTally read_rule(const json& from) {
  RuleTally rule;
  rule.name = from.at("name");
  rule.title = from.at("title");
  rule.matched = from.at("matched");
  rule.guarded = from.at("guarded");
  rule.shadowed = from.at("shadowed");
  rule.already = from.at("already");
  rule.unknown = from.at("unknown");
  rule.changes = from.at("changes");
  rule.bytes = from.at("bytes");
  rule.strategy = from.at("strategy");
  rule.cost_estimate = from.at("cost_estimate");
  rule.deferred = from.value("deferred", std::int64_t{0});
  return rule;
}

void read_totals(const json& from, Totals& totals) {
  totals.messages = from.at("messages");
  totals.scanned = from.at("scanned");
  totals.matched = from.at("matched");
  totals.guarded = from.at("guarded");
  totals.changes = from.at("changes");
  totals.limited_to = from.at("limited_to");
  totals.deferred = from.value("deferred", std::int64_t{0});
}

void read_trips(const json& from, std::vector<Trip>& trips) {
  for (const auto& trip : from) trips.push_back({trip.at("name"), trip.at("detail")});
}

bool read_exceptions(const json& from, Plan& plan) {
  if (from.contains("only_rules")) plan.only_rules = from.at("only_rules");
  if (from.contains("backlog")) {
    const auto& backlog = from.at("backlog");
    const bool is_oldest = backlog.at("order") == to_text(Order::kOldest);
    if (!is_oldest && backlog.at("order") != to_text(Order::kNewest)) return false;
    plan.backlog = Backlog{backlog.at("per_run"), is_oldest ? Order::kOldest : Order::kNewest};
    if (backlog.contains("exceeds")) read_trips(backlog.at("exceeds"), plan.trips_without_backlog);
  }
  if (!from.contains("ahead")) return true;
  const auto newest = parse_rfc3339(from.at("ahead").at("newest").get<std::string>());
  if (newest) plan.ahead = Ahead{from.at("ahead").at("messages"), to_unix_ms(*newest)};
  return newest.has_value();
}

bool read_share(const json& from, Plan& plan) {
  const auto action = mail::parse_action(from.at("action").get<std::string>());
  if (!action) return false;
  Share share{action->kind, from.at("messages"), from.at("percent"), {}, {}};
  if (!from.at("limit_percent").is_null()) share.limit_percent = from.at("limit_percent");
  if (from.contains("limit_count")) share.limit_count = from.at("limit_count");
  plan.shares.push_back(share);
  return true;
}

bool read_guards(const json& from, Plan& plan) {
  read_trips(from.at("trips"), plan.trips);
  for (const auto& share : from.at("limits"))
    if (!read_share(share, plan)) return false;
  for (const auto& [name, messages] : from.at("kept").items()) {
    const auto found = std::find(kGuardNames.begin(), kGuardNames.end(), name);
    if (found == kGuardNames.end()) return false;
    plan.guards.push_back({static_cast<Guard>(found - kGuardNames.begin()), messages});
  }
  return true;
}

bool read_action(const json& from, Plan& plan, Change& change) {
  const auto action = mail::parse_action(from.at("action").get<std::string>());
  const std::string rule = from.at("rule");
  const auto found = std::find_if(plan.rules.begin(), plan.rules.end(),
                                  [&](const auto& each) { return each.name == rule; });
  if (!action || found == plan.rules.end()) return false;
  const std::string reason = from.at("reason");
  // Neighbours mostly share their reasons.
  auto at = std::find(plan.reasons.rbegin(), plan.reasons.rend(), reason);
  if (at == plan.reasons.rend()) {
    plan.reasons.push_back(reason);
    at = plan.reasons.rbegin();
  }
  change.actions.push_back({*action, static_cast<std::uint32_t>(found - plan.rules.begin()),
                            static_cast<std::uint32_t>(plan.reasons.rend() - at - 1)});
  return true;
}

// The one place that meets the JSON library's exceptions: another shape is no plan.
template <class Read>
bool read_shape(Read read) {
  try {
    return read();
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

}  // namespace

json header_json(const Plan& plan, const Binding& binding) {
  json rules = json::array();
  for (const auto& rule : plan.rules) rules.push_back(rule_json(plan, rule));
  json header = {{"plan_id", binding.plan_id},
                 {"created_at", to_rfc3339(binding.created_at)},
                 {"now", to_rfc3339(plan.now)},
                 {"policy",
                  {{"name", binding.policy},
                   {"digest", binding.policy_digest},
                   {"reference", binding.policy_reference}}},
                 {"mailbox",
                  {{"provider", binding.provider},
                   {"account", binding.account},
                   {"reference", binding.mailbox_reference}}},
                 {"protected", {{"digest", binding.protected_digest}}},
                 {"plugins", plugins_json(binding)},
                 {"totals", totals_json(plan)},
                 {"rules", std::move(rules)},
                 {"guards", guards_json(plan)}};
  add_exceptions(plan, header);
  return header;
}

json change_json(const Plan& plan, const Change& change) {
  json actions = json::array();
  for (const auto& planned : change.actions)
    actions.push_back({{"action", mail::to_text(planned.action)},
                       {"rule", plan.rules[planned.rule].name},
                       {"reason", plan.reasons[planned.reason]}});
  json object = {{"message_id", change.id},
                 {"thread_id", change.thread},
                 {"actions", std::move(actions)},
                 {"prior", mail::to_json(change.prior)}};
  if (!change.subject.empty()) object["subject"] = change.subject;
  if (!change.from.empty()) object["from"] = change.from;
  if (change.received_at_ms)
    object["received_at"] = to_rfc3339(from_unix_ms(*change.received_at_ms));
  if (change.size_bytes) object["size_bytes"] = *change.size_bytes;
  return object;
}

std::optional<Binding> read_header(const json& from, Plan& plan) {
  Binding binding;
  const bool is_header = read_shape([&] {
    const auto created_at = parse_rfc3339(from.at("created_at").get<std::string>());
    const auto now = parse_rfc3339(from.at("now").get<std::string>());
    if (!created_at || !now) return false;
    plan.now = *now;
    binding.plan_id = from.at("plan_id");
    binding.created_at = *created_at;
    binding.policy = from.at("policy").at("name");
    binding.policy_digest = from.at("policy").at("digest");
    binding.policy_reference = from.at("policy").at("reference");
    binding.protected_digest = from.value("protected", json::object()).value("digest", "");
    binding.provider = from.at("mailbox").at("provider");
    binding.account = from.at("mailbox").at("account");
    binding.mailbox_reference = from.at("mailbox").at("reference");
    for (const auto& plugin : from.at("plugins"))
      binding.plugins.push_back({plugin.at("name"), plugin.at("version"), plugin.at("sha256")});
    for (const auto& rule : from.at("rules")) plan.rules.push_back(read_rule(rule));
    read_totals(from.at("totals"), plan.totals);
    return read_exceptions(from, plan) && read_guards(from.at("guards"), plan);
  });
  if (!is_header) return {};
  return binding;
}

bool read_change(const json& from, Plan& plan) {
  Change change;
  const bool is_change = read_shape([&] {
    auto prior = mail::state_from_json(from.at("prior"));
    if (!prior) return false;
    change.prior = std::move(*prior);
    change.id = from.at("message_id");
    change.thread = from.at("thread_id");
    for (const auto& action : from.at("actions"))
      if (!read_action(action, plan, change)) return false;
    change.subject = from.value("subject", "");
    change.from = from.value("from", "");
    if (from.contains("size_bytes")) change.size_bytes = from.at("size_bytes");
    if (!from.contains("received_at")) return true;
    const auto received = parse_rfc3339(from.at("received_at").get<std::string>());
    if (received) change.received_at_ms = to_unix_ms(*received);
    return received.has_value();
  });
  if (is_change) plan.changes.push_back(std::move(change));
  return is_change;
}

}  // namespace mailcomb::plan
