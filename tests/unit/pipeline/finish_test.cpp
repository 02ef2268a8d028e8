// SPDX-License-Identifier: Apache-2.0
// Rule types that answer once they have seen everything: nothing is selected without their word.
#include <functional>

#include "matching_fixture.hpp"
#include "support/in_process.hpp"

namespace mailcomb::pipeline {
namespace {

using namespace testing;

std::vector<std::string> seen;                    // Subjects, by ordinal.
std::function<void(sdk::FinalVerdicts&)> answer;  // What finish does.
int finished = 0;

struct Late {
  explicit Late(const sdk::Config&) {}
  std::vector<std::string> columns() const { return {"subject"}; }
  bool conversations() const { return true; }
  sdk::Verdict observe(const sdk::Row& row) {
    const auto subject = row.text("subject").value_or("");
    if (subject == "throw") throw std::runtime_error("no more");
    EXPECT_EQ(row.ordinal(), seen.size());
    seen.emplace_back(subject);
    if (subject == "keep") return sdk::keep(0);
    return subject == "select" ? sdk::select(1, 7) : sdk::later();
  }
  void finish(sdk::FinalVerdicts& verdicts) {
    ++finished;
    answer(verdicts);
  }
};

class FinishTest : public ::testing::Test {
 protected:
  FinishTest() {
    seen.clear();
    finished = 0;
    answer = [](sdk::FinalVerdicts& verdicts) {
      for (std::uint64_t i = 0; i < seen.size(); ++i)
        if (seen[i] == "last")
          verdicts.answer(i, sdk::select(1, 3));
        else if (seen[i] != "keep" && seen[i] != "select")
          verdicts.answer(i, sdk::keep(2, 3));
    };
  }
  // One batch for each message.
  Matched match(filter::Expression filter = everything()) {
    RuleProgram program;
    program.rules.push_back(ready(rule("r", {"trash"}, std::move(filter))));
    auto made = plugin::Rule::create(component_of(plugin_), sdk::Value::map());
    program.rules[0].evaluation.emplace(std::move(*made), Projection({"subject"}, {}));
    std::vector<plugin::Batch> batches;
    for (const auto& message : table_.messages()) {
      MessageTable one;
      one.add(message);
      batches.push_back(one.batch(batches.size()));
    }
    return pipeline::match(program, batches, {true, {}});
  }
  // Every message is kept, and the rule is reported for this.
  void expect_kept(const std::string& cause, std::int64_t messages) {
    const auto matched = match();
    EXPECT_EQ(changes_text(matched.plan), "");
    EXPECT_EQ(matched.plan.rules[0].matched, 0);
    EXPECT_EQ(matched.plan.rules[0].unknown, messages);
    ASSERT_EQ(matched.degradations.size(), 1u);
    EXPECT_EQ(matched.degradations[0].cause, cause);
    EXPECT_EQ(matched.degradations[0].messages, messages);
  }
  const sdk::Plugin plugin_{"acme", "1.0.0", [](sdk::Plugin& plugin) {
                              plugin.rule<Late>("acme.late", "Answers late")
                                  .reason("kept")
                                  .reason("number {}")
                                  .reason("not number {}");
                            }};
  MessageTable table_;
};

TEST_F(FinishTest, answers_once_everything_was_seen) {
  table_.add("m1").subject("first");
  table_.add("m2").subject("last");
  const auto matched = match();
  EXPECT_EQ(matched.reasons(), "m2: number 3; ");
  EXPECT_TRUE(matched.degradations.empty());
  EXPECT_EQ(finished, 1);
  EXPECT_EQ(matched.plan.totals.matched, 1);
  EXPECT_EQ(matched.plan.rules[0].unknown, 0);
}

TEST_F(FinishTest, says_why_it_keeps_the_others) {
  table_.add("m1").subject("first");
  table_.add("m2").subject("last");
  const auto plan = match().plan;
  ASSERT_EQ(plan.keeps.size(), 1u);
  EXPECT_EQ(plan.keeps[0].message_id, "m1");
  EXPECT_EQ(plan.reasons[plan.keeps[0].reason], "not number 3");
}

TEST_F(FinishTest, may_answer_at_once_what_it_knows) {
  table_.add("m1").subject("keep");
  table_.add("m2").subject("select");
  table_.add("m3").subject("last");
  const auto matched = match();
  EXPECT_EQ(matched.reasons(), "m2: number 7; m3: number 3; ");
  EXPECT_TRUE(matched.degradations.empty());
}

TEST_F(FinishTest, sees_its_candidates_only) {
  table_.add("young").subject("last").days_old(5);
  table_.add("m1").subject("last").days_old(50);
  EXPECT_EQ(changes_text(match(older_than(30)).plan), "m1: trash; ");
  EXPECT_EQ(seen, std::vector<std::string>{"last"});
}

TEST_F(FinishTest, is_not_asked_when_there_is_no_candidate) {
  table_.add("m1").days_old(5);
  match(older_than(30));
  EXPECT_EQ(finished, 0);
}

TEST_F(FinishTest, is_told_conversations_and_the_time) {
  std::vector<std::uint64_t> conversations;
  answer = [&](sdk::FinalVerdicts& verdicts) {
    EXPECT_EQ(verdicts.now_ms(), to_unix_ms(kNow));
    for (std::uint64_t i = 0; i < 4; ++i) conversations.push_back(verdicts.conversation(i));
    for (std::uint64_t i = 0; i < 3; ++i) verdicts.answer(i, sdk::keep());
  };
  table_.add("m1").thread("t");
  table_.add("m2").thread("u");
  table_.add("m3").thread("t");
  EXPECT_TRUE(match().degradations.empty());
  ASSERT_EQ(conversations.size(), 4u);
  EXPECT_EQ(conversations[0], conversations[2]);
  EXPECT_NE(conversations[0], conversations[1]);
  EXPECT_EQ(conversations[3], MAILCOMB_NO_ORDINAL);
}

TEST_F(FinishTest, that_cannot_tell_keeps_the_message_without_being_degraded) {
  answer = [](sdk::FinalVerdicts& verdicts) { verdicts.answer(0, sdk::unknown()); };
  table_.add("m1");
  const auto matched = match();
  EXPECT_EQ(changes_text(matched.plan), "");
  EXPECT_EQ(matched.plan.rules[0].unknown, 1);
  EXPECT_TRUE(matched.degradations.empty());
}

TEST_F(FinishTest, that_leaves_out_a_message_keeps_it) {
  answer = [](sdk::FinalVerdicts& verdicts) { verdicts.answer(1, sdk::select()); };
  table_.add("m1");
  table_.add("m2");
  const auto matched = match();
  EXPECT_EQ(changes_text(matched.plan), "m2: trash; ");
  ASSERT_EQ(matched.degradations.size(), 1u);
  EXPECT_EQ(matched.degradations[0].cause, "the rule type gave no verdict");
  EXPECT_EQ(matched.degradations[0].messages, 1);
}

TEST_F(FinishTest, that_fails_keeps_all_messages) {
  answer = [](sdk::FinalVerdicts& verdicts) {
    verdicts.answer(0, sdk::select());
    throw std::runtime_error("out of order");
  };
  table_.add("m1");
  table_.add("m2").subject("select");
  expect_kept("rule type 'acme.late': out of order", 2);
}

TEST_F(FinishTest, that_names_a_message_it_never_saw_keeps_all) {
  answer = [](sdk::FinalVerdicts& verdicts) {
    verdicts.answer(0, sdk::select());
    verdicts.answer(2, sdk::select());
  };
  table_.add("m1");
  table_.add("m2");
  expect_kept("rule type 'acme.late' misbehaved in finish: it answered for row 2, and saw only 2",
              2);
}

// It has not seen everything then, so what it would say means nothing.
TEST_F(FinishTest, is_not_asked_after_a_failure) {
  table_.add("m1").subject("select");
  table_.add("m2").subject("throw");
  table_.add("m3").subject("last");
  expect_kept("rule type 'acme.late': no more", 3);
  EXPECT_EQ(finished, 0);
  EXPECT_EQ(seen, std::vector<std::string>{"select"});
}

}  // namespace
}  // namespace mailcomb::pipeline
