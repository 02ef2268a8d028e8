// SPDX-License-Identifier: Apache-2.0
// By which type and status each action is counted, and under which words each outcome.
#include "pipeline/measure.hpp"

#include <gtest/gtest.h>

namespace mailcomb::pipeline {
namespace {

using telemetry::Labels;
using Values = std::map<Labels, double>;

Values values_of(const telemetry::Samples& samples, const char* name) {
  Values values;
  const auto found = samples.families.find(name);
  if (found == samples.families.end()) return values;
  for (const auto& [labels, sample] : found->second) values[labels] = sample.value;
  return values;
}

telemetry::Meter::Duration still() { return telemetry::Meter::Duration(0); }

telemetry::Samples measured(const std::vector<const char*>& actions, journal::Outcome outcome) {
  journal::Intent intent;
  for (const auto* action : actions)
    intent.actions.push_back({*mail::parse_action(action), "", ""});
  telemetry::Meter meter(still);
  measure_result(intent, outcome, meter);
  return meter.take();
}

TEST(Measure, actions_are_counted_by_their_type) {
  const auto samples = measured({"archive", "trash", "mark_read", "mark_unread", "star", "unstar",
                                 "label:Work", "unlabel:Work", "keep"},
                                journal::Outcome::kDone);
  EXPECT_EQ(values_of(samples, "gmail_cleanup_actions_total"),
            (Values{{{"archive", "success"}, 1},
                    {{"delete", "success"}, 1},
                    {{"mark_read", "success"}, 1},
                    {{"mark_unread", "success"}, 1},
                    {{"star", "success"}, 1},
                    {{"unstar", "success"}, 1},
                    {{"label", "success"}, 1},
                    {{"unlabel", "success"}, 1}}));
}

TEST(Measure, only_what_was_seen_to_be_done_is_a_success) {
  const std::vector<std::pair<journal::Outcome, const char*>> outcomes = {
      {journal::Outcome::kGone, "gone"},
      {journal::Outcome::kTouched, "touched"},
      {journal::Outcome::kFailed, "failed"}};
  for (const auto& [outcome, word] : outcomes) {
    const auto samples = measured({"archive"}, outcome);
    EXPECT_EQ(values_of(samples, "gmail_cleanup_actions_total"),
              (Values{{{"archive", "failed"}, 1}}));
    EXPECT_EQ(values_of(samples, "mailcomb_stage_messages_total"), (Values{{{"verify", word}, 1}}));
  }
}

TEST(Measure, the_providers_word_is_a_stage_of_its_own) {
  telemetry::Meter meter(still);
  std::vector<plugin::Outcome> outcomes(5);
  outcomes[0].kind = outcomes[1].kind = plugin::OutcomeKind::kDone;
  outcomes[2].kind = plugin::OutcomeKind::kGone;
  outcomes[3].kind = plugin::OutcomeKind::kFailed;
  outcomes[4].kind = plugin::OutcomeKind::kUntried;
  measure_outcomes(outcomes, meter);
  EXPECT_EQ(values_of(meter.take(), "mailcomb_stage_messages_total"),
            (Values{{{"apply", "done"}, 2},
                    {{"apply", "failed"}, 1},
                    {{"apply", "gone"}, 1},
                    {{"apply", "untried"}, 1}}));
}

TEST(Measure, a_plan_counts_messages_by_stage_and_rules_and_guards_by_name) {
  telemetry::Meter meter(still);
  PlanningReport report;
  report.plan.totals = {12, 10, 7, 3, 2};
  report.plan.rules.resize(1);
  report.plan.rules[0].name = "old";
  report.plan.rules[0].matched = 7;
  measure_plan(report, "tidy", meter);
  const auto samples = meter.take();
  EXPECT_EQ(values_of(samples, "mailcomb_stage_messages_total"),
            (Values{{{"guard", "kept"}, 3},
                    {{"guard", "passed"}, 4},
                    {{"match", "matched"}, 7},
                    {{"match", "unmatched"}, 3},
                    {{"plan", "changes"}, 2},
                    {{"plan", "stays"}, 5},
                    {{"scan", "read"}, 10},
                    {{"scan", "unreadable"}, 2}}));
  EXPECT_EQ(values_of(samples, "mailcomb_rule_matches_total"), (Values{{{"tidy", "old"}, 7}}));
}

}  // namespace
}  // namespace mailcomb::pipeline
