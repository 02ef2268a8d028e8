// SPDX-License-Identifier: Apache-2.0
#include "policy/parse.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "policy/check.hpp"
#include "policy/extends.hpp"
#include "policy/parse_define.hpp"
#include "policy/parse_guards.hpp"
#include "policy/parse_rule.hpp"
#include "policy/parse_tests.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/yaml.hpp"

namespace mailcomb::policy {
namespace {

constexpr std::array<std::string_view, 9> kKeys = {
    "version", "name", "title", "dry_run", "rules", "extends", "define", "guards", "tests"};
constexpr std::size_t kBasesMax = 8;
constexpr std::size_t kRulesMax = 1000;

void refuse(Errors& errors, const Mark& mark, std::string message, std::string hint = {}) {
  errors.push_back(error_at(mark, std::move(message), std::move(hint)));
}

void check_version(const Node& node, Errors& errors) {
  const Node* version = node.find("version");
  if (!version) return refuse(errors, node.mark, "the policy has no 'version'", "write version: 1");
  if (version->kind != Node::Kind::kText || version->text != "1")
    refuse(errors, version->mark, "'version' is " + describe(*version) + ", but only 1 is known",
           "write version: 1");
}

std::vector<RuleSpec> parse_rules(const Node& node, const RuleReading& reading) {
  auto& errors = reading.errors;
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
    specs.push_back(parse_rule(member.value, specs.size() + 1, reading));
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

class PolicyReader {
 public:
  PolicyReader(Time now, const Defaults& defaults, const LoadBase& load_base)
      : now_(now), defaults_(defaults), load_base_(load_base) {}

  Checked<Policy> read(const Node& node) {
    auto [policy, errors] = read_file(node);
    if (errors.empty()) return std::move(policy);
    return tl::unexpected(std::move(errors));
  }

  Checked<Policy> read(std::string text, std::string name) {
    auto [policy, errors] = read_text_of(std::move(text), std::move(name));
    if (errors.empty()) return std::move(policy);
    return tl::unexpected(std::move(errors));
  }

 private:
  struct Outcome {
    Policy policy;
    Errors errors;  // In the order of the file, then those of its base.
  };

  Outcome read_text_of(std::string text, std::string name) {
    Errors errors;
    const auto node = parse_yaml(std::move(text), std::move(name), errors);
    if (!node) return {{}, std::move(errors)};
    return read_file(*node, std::move(errors));
  }

  Outcome read_file(const Node& node, Errors errors = {}) {
    files_.push_back(node.mark.source ? node.mark.source->name : "");
    Errors of_base;
    auto policy = read_map(node, errors, of_base);
    files_.pop_back();
    sort_by_place(errors);
    errors.insert(errors.end(), of_base.begin(), of_base.end());
    return {std::move(policy), std::move(errors)};
  }

  Policy read_map(const Node& node, Errors& errors, Errors& of_base) {
    Policy policy;
    policy.mark = node.mark;
    if (node.kind != Node::Kind::kMap) {
      refuse(errors, node.mark, "a policy is a mapping, not " + describe(node));
      return policy;
    }
    check_keys(node, kKeys, "the policy", errors);
    check_version(node, errors);
    read_words(node, policy, errors);
    auto definitions = parse_definitions(node, now_, errors);
    policy.rules = parse_rules(node, {now_, defaults_, definitions, errors});
    policy.guards = parse_guards(node, now_, definitions, errors);
    policy.warnings = definitions.find_unused();
    check_unique(policy.rules, errors);
    if (const Node* tests = node.find("tests")) policy.tests = parse_tests(*tests, errors);
    const Node* extends = node.find("extends");
    check_raised(policy, extends != nullptr, errors);
    if (extends) extend_by(*extends, node, policy, errors, of_base);
    const auto contradictions = find_contradictions(policy.rules);
    errors.insert(errors.end(), contradictions.begin(), contradictions.end());
    return policy;
  }

  static void read_words(const Node& node, Policy& policy, Errors& errors) {
    if (const Node* name = node.find("name"))
      policy.name = parse_name(*name, "the policy", errors);
    else
      refuse(errors, node.mark, "the policy has no 'name'", "write name: tidy");
    if (const Node* title = node.find("title"))
      policy.title = read_text(*title, "'title'", errors).value_or("");
    if (const Node* dry_run = node.find("dry_run"))
      policy.dry_run = read_bool(*dry_run, "'dry_run'", errors);
  }

  // A base with errors of its own is not joined: what would follow from them helps nobody.
  void extend_by(const Node& extends, const Node& node, Policy& policy, Errors& errors,
                 Errors& of_base) {
    auto base = load(extends, errors);
    if (!base) return;
    auto [read, base_errors] = read_text_of(base->text, base->file);
    of_base = std::move(base_errors);
    if (!of_base.empty()) return;
    policy.bases.push_back(std::move(*base));
    const Node* dry_run = node.find("dry_run");
    extend(policy, std::move(read), {dry_run ? dry_run->mark : node.mark}, errors);
  }

  std::optional<Base> load(const Node& extends, Errors& errors) {
    const auto name = read_text(extends, "'extends'", errors);
    if (!name) return {};
    const auto no = [&](std::string message, std::string hint) {
      refuse(errors, extends.mark, std::move(message), std::move(hint));
      return std::nullopt;
    };
    if (!load_base_) return no("'extends' has no meaning here", "write the rules themselves");
    auto base = load_base_(*name, files_.back());
    if (!base) return no("'extends': " + base.error().message, base.error().hint);
    const auto first = std::find(files_.begin(), files_.end(), base->file);
    if (first != files_.end()) return no("the policy extends itself: " + chain(first), kNoCircle);
    if (files_.size() > kBasesMax)
      return no("more than 8 policies extend one another", "put the rules into fewer files");
    return std::move(*base);
  }

  std::string chain(std::vector<std::string>::const_iterator first) const {
    std::string text;
    for (auto at = first; at != files_.end(); ++at) text += *at + " → ";
    return text + *first;
  }

  static constexpr const char* kNoCircle = "take one 'extends' of them out";

  Time now_;
  const Defaults& defaults_;
  const LoadBase& load_base_;
  std::vector<std::string> files_;  // That are being read, the outermost first.
};

}  // namespace

Checked<Policy> parse_policy(const Node& node, Time now, const Defaults& defaults,
                             const LoadBase& load_base) {
  return PolicyReader(now, defaults, load_base).read(node);
}

Checked<Policy> read_policy(std::string text, std::string name, Time now, const Defaults& defaults,
                            const LoadBase& load_base) {
  return PolicyReader(now, defaults, load_base).read(std::move(text), std::move(name));
}

}  // namespace mailcomb::policy
