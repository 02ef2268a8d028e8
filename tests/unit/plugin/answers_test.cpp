// SPDX-License-Identifier: Apache-2.0
// What a rule type may answer in finish, and the full text of what it may not.
#include "plugin/answers.hpp"

#include <gtest/gtest.h>

#include "mailcomb/verdict.hpp"

namespace mailcomb::plugin {
namespace {

// Three rows, of which evaluate answered the first; two reasons.
class AnswersTest : public ::testing::Test {
 protected:
  AnswersTest() { answers_.add(std::vector<mailcomb_verdict>{sdk::keep(), sdk::later(), {}}); }
  mailcomb_status answer(std::uint64_t ordinal, mailcomb_verdict verdict,
                         std::uint64_t stand_in = MAILCOMB_NO_ORDINAL) {
    const auto writer = answers_.writer(0);
    return writer.answer(writer.context, ordinal, &verdict, stand_in);
  }
  Answers answers_{2};
};

TEST_F(AnswersTest, come_in_any_order) {
  EXPECT_EQ(answer(2, sdk::select(1, 5), 0), MAILCOMB_OK);
  EXPECT_EQ(answer(1, sdk::unknown()), MAILCOMB_OK);
  EXPECT_EQ(answers_[0].answer, MAILCOMB_VERDICT_KEEP);
  EXPECT_EQ(answers_[1].answer, MAILCOMB_VERDICT_UNKNOWN);
  EXPECT_EQ(answers_[1].stand_in, Answer::kNone);
  EXPECT_EQ(answers_[2].verdict().argument, 5);
  EXPECT_EQ(answers_[2].verdict().reason, 1);
  EXPECT_EQ(answers_[2].stand_in, 0u);
  EXPECT_EQ(answers_.misuse(), "");
}

TEST_F(AnswersTest, are_for_rows_that_were_seen) {
  EXPECT_EQ(answer(3, sdk::select()), MAILCOMB_INVALID);
  EXPECT_EQ(answers_.misuse(), "it answered for row 3, and saw only 3");
}

TEST_F(AnswersTest, are_given_once) {
  EXPECT_EQ(answer(0, sdk::select()), MAILCOMB_INVALID);
  EXPECT_EQ(answers_.misuse(), "it answered twice for row 0");
}

TEST_F(AnswersTest, make_sense) {
  for (const mailcomb_verdict verdict :
       {sdk::unset(), sdk::select(2), mailcomb_verdict{4, 0, 0, 0, 0}}) {
    Answers answers(2);
    answers.add_unset(1);
    const auto writer = answers.writer(0);
    EXPECT_EQ(writer.answer(writer.context, 0, &verdict, MAILCOMB_NO_ORDINAL), MAILCOMB_INVALID);
    EXPECT_EQ(answers.misuse(), "its verdict for row 0 makes no sense");
  }
}

TEST_F(AnswersTest, name_another_row_that_was_seen_as_stand_in) {
  EXPECT_EQ(answer(1, sdk::select(), 1), MAILCOMB_INVALID);
  EXPECT_EQ(answers_.misuse(), "row 1 was to stand in for itself");
  Answers others(0);
  others.add_unset(2);
  const auto writer = others.writer(0);
  const auto verdict = sdk::select();
  EXPECT_EQ(writer.answer(writer.context, 1, &verdict, 2), MAILCOMB_INVALID);
  EXPECT_EQ(others.misuse(), "row 2 was to stand in for row 1, and it saw only 2");
}

TEST_F(AnswersTest, are_refused_after_the_first_wrong_one) {
  answer(3, sdk::select());
  EXPECT_EQ(answer(1, sdk::select()), MAILCOMB_INVALID);
  EXPECT_EQ(answers_.misuse(), "it answered for row 3, and saw only 3");
}

TEST_F(AnswersTest, know_conversations_only_if_they_are_told) {
  const auto conversation = [this](std::uint64_t ordinal) {
    const auto writer = answers_.writer(0);
    return writer.conversation(writer.context, ordinal);
  };
  EXPECT_EQ(conversation(1), MAILCOMB_NO_ORDINAL);
  answers_.tell_conversations([](std::uint32_t ordinal) { return ordinal + 10; });
  EXPECT_EQ(conversation(1), 11u);
  EXPECT_EQ(conversation(3), MAILCOMB_NO_ORDINAL);
}

TEST_F(AnswersTest, can_be_forgotten) {
  answer(1, sdk::select(), 0);
  answers_.forget();
  EXPECT_EQ(answers_.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(answers_[i].answer, MAILCOMB_VERDICT_UNSET);
  EXPECT_EQ(answers_[1].stand_in, Answer::kNone);
}

}  // namespace
}  // namespace mailcomb::plugin
