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

TEST(MakePlans, gives_each_program_the_plan_that_it_has_alone) {
  const RecordedMailbox recorded(
      Json::array({{{"id", "m1"}, {"received_at", "2001-01-01T00:00:00Z"}},
                   {{"id", "m2"}, {"received_at", "2002-11-29T00:00:00Z"}}}),
      {{"skips", {{{"what", "cur/1"}, {"why", "unreadable"}}}}});
  auto mailbox = recorded.open();
  RuleProgram one, two;
  one.columns = {"id", "received_at", "location"};
  one.rules.push_back(ready(testing::rule("old", {"archive"}, testing::older_than(30))));
  two.columns = {"id", "received_at", "location", "flags"};
  two.rules.push_back(ready(testing::rule("all", {"star"}, testing::older_than(1))));
  RuleProgram* const programs[] = {&one, &two};
  std::int64_t seen = 0;
  PlanningHooks hooks;
  hooks.on_batch = [&seen](const plugin::Batch& batch) { seen += batch.row_count(); };
  const auto made = make_plans(mailbox, programs, testing::kNow, hooks);
  ASSERT_TRUE(made);
  EXPECT_EQ(testing::changes_text(made->plans[0].plan), "m1: archive; ");
  EXPECT_EQ(testing::changes_text(made->plans[1].plan), "m1: star; m2: star; ");
  EXPECT_EQ(made->plans[1].plan.totals.messages, 3);
  EXPECT_EQ(made->skips.size(), 1u);
  EXPECT_EQ(seen, 2);
}

TEST(MakePlan, counts_what_could_not_be_read) {
  const auto report = plan_of({{"skips", {{{"what", "cur/1"}, {"why", "unreadable"}}}}});
  EXPECT_EQ(report.plan.totals.messages, 3);
  EXPECT_EQ(report.plan.totals.scanned, 2);
  EXPECT_TRUE(report.is_degraded());
}

}  // namespace
}  // namespace mailcomb::pipeline
