// SPDX-License-Identifier: Apache-2.0
#include "policy/extends.hpp"

#include <algorithm>

#include "support/quote.hpp"

namespace mailcomb::policy {
namespace {

using Kind = mail::Action::Kind;

std::string file_of(const Policy& policy) {
  return policy.mark.source ? in_quotes(policy.mark.source->name) : "the base";
}

void extend_rules(Policy& policy, std::vector<RuleSpec> rules, const std::string& file,
                  Errors& errors) {
  for (auto& rule : rules) {
    const auto same = std::find_if(policy.rules.begin(), policy.rules.end(),
                                   [&](const auto& own) { return own.name == rule.name; });
    if (same != policy.rules.end() && !rule.name.empty())
      errors.push_back(error_at(
          same->mark, "rule " + in_quotes(rule.name) + " has the name of a rule of " + file,
          "the rules of both apply; give yours a name of its own"));
    else
      policy.rules.push_back(std::move(rule));
  }
}

// An explicit `dry_run: false` would let a base act that says it never does.
void extend_dry_run(Policy& policy, const Policy& base, const Mark& mark, Errors& errors) {
  if (!base.dry_run.value_or(false)) return;
  if (policy.dry_run == false)
    errors.push_back(error_at(mark, file_of(base) + " never changes mail: it says dry_run: true",
                              "leave 'dry_run' out here, or do not extend it"));
  policy.dry_run = true;
}

const Guards::Limit* find(const std::vector<Guards::Limit>& limits, Kind action) {
  const auto found = std::find_if(limits.begin(), limits.end(), [action](const auto& each) {
    return each.limit.action == action;
  });
  return found == limits.end() ? nullptr : &*found;
}

// What the base is held to where it says nothing itself, too.
std::vector<Guards::Limit> effective_limits(const Guards& base) {
  auto limits = base.limits;
  for (const auto& limit : mail::default_limits())
    if (!find(limits, limit.action)) limits.push_back({limit, {}});
  return limits;
}

bool is_raised(const Guards& guards, Kind action) {
  return std::any_of(guards.raised.begin(), guards.raised.end(),
                     [action](const auto& each) { return each.action == action; });
}

class LimitsTightener {
 public:
  LimitsTightener(Guards& guards, const std::string& file, Errors& errors)
      : guards_(guards), file_(file), errors_(errors) {}

  void take_over(const Guards::Limit& base) {
    const auto own =
        std::find_if(guards_.limits.begin(), guards_.limits.end(),
                     [&](const auto& each) { return each.limit.action == base.limit.action; });
    if (own == guards_.limits.end()) {
      guards_.limits.push_back(base);
    } else if (!is_raised(guards_, base.limit.action)) {
      tighten(own->limit.percent, base.limit.percent, *own);
      tighten(own->limit.count, base.limit.count, *own);
    }
  }

 private:
  template <class Bound>
  void tighten(std::optional<Bound>& own, const std::optional<Bound>& base,
               const Guards::Limit& limit) {
    if (!base) return;
    if (own && *own > *base) {
      const auto name = "limits." + mail::to_text({limit.limit.action, {}});
      errors_.push_back(error_at(limit.mark, in_quotes(name) + " is looser than that of " + file_,
                                 "a policy may only tighten what it extends; if this is meant, add "
                                 "'unguard: [" +
                                     name + "]'"));
    }
    if (!own) own = base;
  }

  Guards& guards_;
  const std::string& file_;
  Errors& errors_;
};

}  // namespace

void extend(Policy& policy, Policy base, const ExtendMarks& marks, Errors& errors) {
  const auto file = file_of(base);
  extend_dry_run(policy, base, marks.dry_run, errors);
  LimitsTightener limits(policy.guards, file, errors);
  for (const auto& limit : effective_limits(base.guards)) limits.take_over(limit);
  for (auto& never : base.guards.never) policy.guards.never.push_back(std::move(never));
  for (auto& warning : base.warnings) policy.warnings.push_back(std::move(warning));
  for (auto& text : base.bases) policy.bases.push_back(std::move(text));
  extend_rules(policy, std::move(base.rules), file, errors);
}

void check_raised(const Policy& policy, bool extends, Errors& errors) {
  for (const auto& [action, mark] : policy.guards.raised) {
    const auto name = in_quotes("limits." + mail::to_text({action, {}}));
    if (!extends)
      errors.push_back(error_at(mark, name + " has nothing to go beyond: the policy extends none",
                                "write the limit that is meant under 'limits'"));
    else if (!find(policy.guards.limits, action))
      errors.push_back(error_at(mark, name + " is given up, and no other limit is set",
                                "write the limit that is meant under 'limits'"));
  }
}

}  // namespace mailcomb::policy
