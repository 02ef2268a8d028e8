// SPDX-License-Identifier: Apache-2.0
#include "policy/parse.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "policy/check.hpp"
#include "policy/parse_rule.hpp"
#include "policy/parse_tests.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/yaml.hpp"

namespace mailcomb::policy {
namespace {

constexpr std::array<std::string_view, 9> kKeys = {
    "version", "name", "title", "dry_run", "rules", "extends", "define", "guards", "tests"};
constexpr std::array<std::string_view, 2> kLaterKeys = {"extends", "define"};
constexpr std::array<std::string_view, 3> kGuardKeys = {"never", "limits", "unguard"};
constexpr std::size_t kRulesMax = 1000;

void refuse(Errors& errors, const Mark& mark, std::string message, std::string hint = {}) {
  errors.push_back(error_at(mark, std::move(message), std::move(hint)));
}

void refuse_guards(const Node::Member& guards, Errors& errors) {
  if (guards.value.kind != Node::Kind::kMap || guards.value.members.empty())
    return refuse(errors, guards.key_mark, "'guards' is not supported yet");
  check_keys(guards.value, kGuardKeys, "'guards'", errors);
  for (const auto& member : guards.value.members)
    if (std::find(kGuardKeys.begin(), kGuardKeys.end(), member.key) != kGuardKeys.end())
      refuse(errors, member.key_mark, "'guards." + member.key + "' is not supported yet");
}

void check_policy_keys(const Node& node, Errors& errors) {
  check_keys(node, kKeys, "the policy", errors);
  for (const auto& member : node.members) {
    if (std::find(kLaterKeys.begin(), kLaterKeys.end(), member.key) != kLaterKeys.end())
      refuse(errors, member.key_mark, in_quotes(member.key) + " is not supported yet");
    if (member.key == "guards") refuse_guards(member, errors);
  }
}

void check_version(const Node& node, Errors& errors) {
  const Node* version = node.find("version");
  if (!version) return refuse(errors, node.mark, "the policy has no 'version'", "write version: 1");
  if (version->kind != Node::Kind::kText || version->text != "1")
    refuse(errors, version->mark, "'version' is " + describe(*version) + ", but only 1 is known",
           "write version: 1");
}

std::vector<RuleSpec> parse_rules(const Node& node, Time now, const Defaults& defaults,
                                  Errors& errors) {
  const Node* rules = node.find("rules");
  if (!rules) {
    refuse(errors, node.mark, "the policy has no 'rules'");
    return {};
  }
  if (rules->kind != Node::Kind::kList || rules->members.empty()) {
    refuse(errors, rules->mark,
           "'rules' is a list of at least one rule, not " +
               (rules->members.empty() && rules->kind == Node::Kind::kList ? "an empty list"
                                                                           : describe(*rules)));
    return {};
  }
  if (rules->members.size() > kRulesMax) {
    refuse(errors, rules->members[kRulesMax].value.mark, "a policy has at most 1000 rules");
    return {};
  }
  std::vector<RuleSpec> specs;
  for (const auto& member : rules->members)
    specs.push_back(parse_rule(member.value, specs.size() + 1, now, defaults, errors));
  return specs;
}

void check_unique(const std::vector<RuleSpec>& rules, Errors& errors) {
  std::map<std::string, const RuleSpec*> first;
  for (const auto& rule : rules) {
    if (rule.name.empty()) continue;
    const auto [found, is_new] = first.emplace(rule.name, &rule);
    if (!is_new)
      refuse(errors, rule.mark, "two rules have the name " + in_quotes(rule.name),
             "the other one begins in line " + std::to_string(found->second->mark.line));
  }
}

Policy parse_map(const Node& node, Time now, const Defaults& defaults, Errors& errors) {
  Policy policy;
  policy.mark = node.mark;
  if (node.kind != Node::Kind::kMap) {
    refuse(errors, node.mark, "a policy is a mapping, not " + describe(node));
    return policy;
  }
  check_policy_keys(node, errors);
  check_version(node, errors);
  if (const Node* name = node.find("name"))
    policy.name = parse_name(*name, "the policy", errors);
  else
    refuse(errors, node.mark, "the policy has no 'name'", "write name: tidy");
  if (const Node* title = node.find("title"))
    policy.title = read_text(*title, "'title'", errors).value_or("");
  if (const Node* dry_run = node.find("dry_run"))
    policy.dry_run = read_bool(*dry_run, "'dry_run'", errors);
  policy.rules = parse_rules(node, now, defaults, errors);
  check_unique(policy.rules, errors);
  if (const Node* tests = node.find("tests")) policy.tests = parse_tests(*tests, errors);
  const auto contradictions = find_contradictions(policy.rules);
  errors.insert(errors.end(), contradictions.begin(), contradictions.end());
  return policy;
}

}  // namespace

Checked<Policy> parse_policy(const Node& node, Time now, const Defaults& defaults) {
  Errors errors;
  auto policy = parse_map(node, now, defaults, errors);
  if (errors.empty()) return policy;
  sort_by_place(errors);
  return tl::unexpected(std::move(errors));
}

Checked<Policy> read_policy(std::string text, std::string name, Time now,
                            const Defaults& defaults) {
  Errors errors;
  const auto node = parse_yaml(std::move(text), std::move(name), errors);
  if (!node) return tl::unexpected(std::move(errors));
  auto policy = parse_map(*node, now, defaults, errors);
  if (errors.empty()) return policy;
  sort_by_place(errors);
  return tl::unexpected(std::move(errors));
}

}  // namespace mailcomb::policy
