// SPDX-License-Identifier: Apache-2.0
// Whether a test of a policy is as expected, and what is not.
#include <algorithm>

#include "pipeline/policy_tests.hpp"

namespace mailcomb::pipeline {
namespace {

using plan::Bucket;

template <class Items, class ToText>
std::string listed(const Items& items, const std::string& none, ToText to_text) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : ", ") + std::string(to_text(item));
  return text.empty() ? none : text;
}

std::string text_of(const std::vector<mail::Action>& actions) {
  return listed(actions, "nothing", [](const auto& action) { return mail::to_text(action); });
}

class Judge {
 public:
  Judge(const policy::Test& test, Explanation explanation) {
    result_.name = test.name;
    result_.mark = test.mark;
    result_.expect = test.expect;
    result_.explanation = std::move(explanation);
  }

  TestResult run() {
    read_plan();
    check_degradation();
    check_actions();
    for (const auto& guard : result_.expect.guards) check_guard(guard);
    check_rule();
    check_reason();
    return std::move(result_);
  }

 private:
  using Rules = std::vector<RuleExplanation>;

  const Rules& rules() const { return result_.explanation.rules; }
  void complain(std::string what) { result_.complaints.push_back(std::move(what)); }

  // The plan's only change to the judged message, and every guard that spoke for it.
  void read_plan() {
    for (const auto& change : result_.explanation.planning.plan.changes)
      if (change.id == result_.explanation.message.id)
        for (const auto& planned : change.actions) result_.actions.push_back(planned.action);
    std::sort(result_.actions.begin(), result_.actions.end());
    plan::GuardSet guards;
    for (const auto& rule : rules())
      if (rule.decision) guards = guards | rule.decision->guards;
    result_.guards = guards.list();
  }

  void check_degradation() {
    for (const auto& degraded : result_.explanation.planning.degradations)
      complain("rule '" + degraded.rule + "' could not judge: " + degraded.cause);
  }

  void check_actions() {
    if (result_.actions == result_.expect.actions) return;
    complain("expected " + text_of(result_.expect.actions) + "; it would be " +
             text_of(result_.actions));
  }

  // A rule that the test names, or every rule.
  bool is_meant(const RuleExplanation& rule) const {
    return result_.expect.rule.empty() || rule.rule == result_.expect.rule;
  }

  void check_guard(const std::string& name) {
    const bool keeps = std::any_of(rules().begin(), rules().end(), [&](const auto& rule) {
      if (!rule.decision || !is_meant(rule)) return false;
      const auto guards = rule.decision->guards.list();
      return std::any_of(guards.begin(), guards.end(),
                         [&](const auto guard) { return plan::to_text(guard) == name; });
    });
    if (keeps) return;
    complain("expected guard " + name + " to keep it; guards that do: " +
             listed(result_.guards, "none", [](const auto guard) { return plan::to_text(guard); }));
  }

  // What is said to be the rule's doing is: it acts, or a guard keeps it from acting, or it matches.
  void check_rule() {
    const auto& expect = result_.expect;
    if (expect.rule.empty() || !expect.guards.empty()) return;
    const auto found = std::find_if(rules().begin(), rules().end(),
                                    [&](const auto& rule) { return rule.rule == expect.rule; });
    if (found == rules().end() || !found->decision)
      return complain("expected rule " + expect.rule + " to match; it does not");
    if (!expect.actions.empty() && found->decision->bucket != Bucket::kChanges)
      complain("expected rule " + expect.rule + " to act; it is " +
               std::string(plan::to_text(found->decision->bucket)));
  }

  void check_reason() {
    const auto& wanted = result_.expect.reason;
    if (wanted.empty()) return;
    std::string reasons;
    for (const auto& rule : rules()) {
      if (!rule.decision || !is_meant(rule)) continue;
      const auto& reason = result_.explanation.reasons[rule.decision->reason];
      if (reason.find(wanted) != std::string::npos) return;
      reasons += (reasons.empty() ? "'" : ", '") + reason + "'";
    }
    complain("expected the reason '" + wanted + "'; " +
             (reasons.empty() ? "no rule matches" : "it is " + reasons));
  }

  TestResult result_;
};

}  // namespace

TestResult judge(const policy::Test& test, Explanation explanation) {
  return Judge(test, std::move(explanation)).run();
}

}  // namespace mailcomb::pipeline
