// SPDX-License-Identifier: Apache-2.0
#include "pipeline/planning.hpp"

#include "matching_fixture.hpp"
#include "support/recorded_mailbox.hpp"

namespace mailcomb::pipeline {
namespace {

using testing::Json;
using testing::RecordedMailbox;

// Two messages of 2001, and a rule that archives what is older than a day.
PlanningReport plan_of(const Json& behaviour) {
  const RecordedMailbox recorded(
      Json::array({{{"id", "m1"}, {"received_at", "2001-01-01T00:00:00Z"}},
                   {{"id", "m2"}, {"received_at", "2001-01-02T00:00:00Z"}}}),
      behaviour);
  auto mailbox = recorded.open();
  RuleProgram program;
  program.columns = {"id", "received_at", "flags", "location"};
  program.rules.push_back(ready(testing::rule("old", {"archive"}, testing::older_than(1))));
  auto report = make_plan(mailbox, program, testing::kNow, {});
  EXPECT_TRUE(report) << (report ? "" : to_text(report.error()));
  return std::move(*report);
}

TEST(MakePlan, tells_what_the_provider_estimates_in_its_unit) {
  const auto report = plan_of(Json::object());
  EXPECT_EQ(testing::changes_text(report.plan), "m1: archive; m2: archive; ");
  EXPECT_EQ(report.plan.rules[0].cost_estimate, 2);
  EXPECT_EQ(report.cost_unit, "messages");
}

TEST(MakePlan, needs_no_estimate) {
  const auto report = plan_of({{"fail_plan_scan", true}});
  EXPECT_EQ(testing::changes_text(report.plan), "m1: archive; m2: archive; ");
  EXPECT_EQ(report.plan.rules[0].cost_estimate, 0);
}

TEST(MakePlan, counts_what_could_not_be_read) {
  const auto report = plan_of({{"skips", {{{"what", "cur/1"}, {"why", "unreadable"}}}}});
  EXPECT_EQ(report.plan.totals.messages, 3);
  EXPECT_EQ(report.plan.totals.scanned, 2);
  EXPECT_TRUE(report.is_degraded());
}

}  // namespace
}  // namespace mailcomb::pipeline
