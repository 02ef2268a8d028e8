// SPDX-License-Identifier: Apache-2.0
#include "policy/parse_guards.hpp"

#include <algorithm>
#include <array>

#include "filter/language.hpp"
#include "policy/check.hpp"
#include "policy/parse_limits.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::policy {
namespace {

constexpr std::array<std::string_view, 3> kKeys = {"never", "limits", "unguard"};

constexpr std::string_view kLimits = "limits.";

class GuardsParser {
 public:
  GuardsParser(Time now, filter::Definitions& definitions, Errors& errors)
      : now_(now), definitions_(definitions), errors_(errors) {}

  Guards parse(const Node& section) {
    if (section.kind != Node::Kind::kMap || section.members.empty()) {
      refuse(section.mark, "'guards' is a mapping with 'never', 'limits' or 'unguard'",
             "write guards: {never: [{from: \"@bank.example\"}]}");
      return {};
    }
    check_keys(section, kKeys, "'guards'", errors_);
    if (const Node* never = section.find("never")) parse_never(*never);
    if (const Node* unguard = section.find("unguard")) parse_unguard(*unguard);
    if (const Node* limits = section.find("limits"))
      guards_.limits = parse_limits(*limits, errors_);
    return std::move(guards_);
  }

 private:
  void refuse(const Mark& mark, std::string message, std::string hint) {
    errors_.push_back(error_at(mark, std::move(message), std::move(hint)));
  }

  bool is_list(const Node& node, const std::string& what, const std::string& hint) {
    if (node.kind == Node::Kind::kList && !node.members.empty()) return true;
    refuse(node.mark, what, hint);
    return false;
  }

  void parse_never(const Node& never) {
    if (!is_list(never, "'never' is a list of filters",
                 "write never: [{from: \"@bank.example\"}, {subject: invoice}]"))
      return;
    for (const auto& member : never.members) {
      Errors errors;
      auto filter = filter::parse_part(member.value, now_, errors, &definitions_);
      for (auto& error : errors) error.message = "'never': " + error.message;
      errors_.insert(errors_.end(), errors.begin(), errors.end());
      if (errors.empty() && selects_always(filter))
        refuse(member.value.mark, "'never' would protect every message: no rule could do anything",
               "say which ones, such as {from: \"@bank.example\"}");
      guards_.never.push_back({std::move(filter), member.value.mark});
    }
  }

  void parse_unguard(const Node& unguard) {
    if (!is_list(unguard, "'unguard' is a list of guards", "write unguard: [replied]")) return;
    for (const auto& member : unguard.members) {
      const auto name = read_text(member.value, "a guard", errors_);
      if (name) add_unguard(*name, member.value.mark);
    }
  }

  void add_unguard(const std::string& name, const Mark& mark) {
    if (name.starts_with(kLimits)) return add_raised(name, mark);
    const auto found = std::find(mail::kGuardNames.begin(), mail::kGuardNames.end(), name);
    if (found == mail::kGuardNames.end())
      return refuse(mark, "there is no guard " + in_quotes(name),
                    suggest(name, mail::kGuardNames, "guards"));
    const auto guard = static_cast<mail::Guard>(found - mail::kGuardNames.begin());
    if (guard == mail::Guard::kProtected)
      return refuse(mark, "the guard 'protected' cannot be taken away",
                    "take the filter out of 'never', or the sender off the list with 'mailcomb "
                    "unprotect'");
    if (guard == mail::Guard::kLastCopy)
      return refuse(mark, "the guard 'last_copy' cannot be taken away",
                    "without it a rule could take every copy of a message");
    const bool is_twice = std::any_of(guards_.unguard.begin(), guards_.unguard.end(),
                                      [guard](const auto& each) { return each.guard == guard; });
    if (is_twice)
      return refuse(mark, in_quotes(name) + " stands there twice", "keep one of the two");
    guards_.unguard.push_back({guard, mark});
  }

  void add_raised(const std::string& name, const Mark& mark) {
    const auto action = name.substr(kLimits.size());
    if (std::find(kLimitedActions.begin(), kLimitedActions.end(), action) == kLimitedActions.end())
      return refuse(mark, "there is no limit for " + in_quotes(action),
                    suggest(action, kLimitedActions, "actions with limits"));
    guards_.raised.push_back({mail::parse_action(action)->kind, mark});
  }

  Time now_;
  filter::Definitions& definitions_;
  Errors& errors_;
  Guards guards_;
};

}  // namespace

Guards parse_guards(const Node& policy, Time now, filter::Definitions& definitions,
                    Errors& errors) {
  const Node* section = policy.find("guards");
  return section ? GuardsParser(now, definitions, errors).parse(*section) : Guards();
}

}  // namespace mailcomb::policy
