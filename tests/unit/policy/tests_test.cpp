// SPDX-License-Identifier: Apache-2.0
// The examples that policies carry, as they are read; errors in them stand in tests/invalid/policies.
#include <gmock/gmock.h>

#include "mailcomb/abi/column.h"
#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

using mail::Action;
using sdk::Value;
using ::testing::ElementsAre;

Test test_of(const std::string& test) {
  const auto policy = testing::read(testing::policy_of({"{name: a, rule: x}"}) +
                                    "tests:\n  - {name: t, " + test + "}\n");
  EXPECT_EQ(policy.tests.size(), 1u);
  return policy.tests.empty() ? Test() : policy.tests.front();
}

Given given(const std::string& message) {
  const auto test = test_of("given: {" + message + "}, expect: {actions: []}");
  return test.given.empty() ? Given() : test.given.front();
}

Value texts(std::vector<Value> items) { return Value::list(std::move(items)); }

std::int64_t before_now(std::chrono::milliseconds age) {
  return to_unix_ms(*parse_rfc3339(kTestsNow) - age);
}

TEST(ParseTests, a_message_of_which_nothing_is_said_came_now_into_the_inbox) {
  EXPECT_EQ(given(""), (Given{{"received_at", before_now({})},
                              {"size_bytes", 4096},
                              {"flags", 0},
                              {"location", "inbox"},
                              {"folder", "INBOX"}}));
}

TEST(ParseTests, reads_everything_that_a_message_may_tell) {
  const auto message = given(
      "from: Ann <ann@a.example>, to: [b@b.example, c@c.example], cc: [], subject: Offer, list_id: "
      "l, "
      "headers: {X-Spam: [a, b], Precedence: bulk}, labels: [Work], category: social, importance: "
      "low, "
      "flags: [unread, replied], size: 17, attachments: 2, thread: t");
  EXPECT_EQ(message.at("from"), texts({"Ann <ann@a.example>"}));
  EXPECT_EQ(message.at("to"), texts({"b@b.example", "c@c.example"}));
  EXPECT_EQ(message.at("cc"), texts({}));
  EXPECT_EQ(message.at("subject"), Value("Offer"));
  EXPECT_EQ(message.at("header:list-id"), texts({"l"}));
  EXPECT_EQ(message.at("header:x-spam"), texts({"a", "b"}));
  EXPECT_EQ(message.at("header:precedence"), texts({"bulk"}));
  EXPECT_EQ(message.at("labels"), texts({"Work"}));
  EXPECT_EQ(message.at("category"), Value("social"));
  EXPECT_EQ(message.at("importance"), Value("low"));
  EXPECT_EQ(message.at("flags").integer(), MAILCOMB_FLAG_UNREAD | MAILCOMB_FLAG_REPLIED);
  EXPECT_EQ(message.at("size_bytes"), Value(17));
  EXPECT_EQ(message.at("attachments"), Value(2));
  EXPECT_EQ(message.at("thread"), Value("t"));
}

TEST(ParseTests, a_filter_on_a_header_sees_what_its_key_says) {
  const auto message = given("from: a@a.example, subject: Offer");
  EXPECT_EQ(message.at("header:from"), texts({"a@a.example"}));
  EXPECT_EQ(message.at("header:subject"), texts({"Offer"}));
}

TEST(ParseTests, a_message_lies_somewhere) {
  EXPECT_EQ(given("in: trash").at("folder"), Value("trash"));
  EXPECT_EQ(given("folder: Work").at("location"), Value("other"));
  EXPECT_EQ(given("in: archive, folder: All").at("folder"), Value("All"));
}

TEST(ParseTests, a_message_has_an_age_or_a_date_or_neither) {
  using namespace std::chrono;
  EXPECT_EQ(given("age: 1d 1ms").at("received_at"), Value(before_now(days(1) + milliseconds(1))));
  EXPECT_EQ(given("age: -1s").at("received_at"), Value(before_now(seconds(-1))));
  EXPECT_EQ(given("age: unknown").at("received_at"), Value());
  EXPECT_EQ(given("received_at: 2024-01-31").at("received_at"),
            Value(to_unix_ms(*parse_rfc3339("2024-01-31T00:00:00Z"))));
  const auto test = test_of("now: 2002-12-01, given: {age: 1d}, expect: {actions: []}");
  EXPECT_EQ(test.now, *parse_rfc3339("2002-12-01T00:00:00Z"));
  EXPECT_EQ(test.given.at(0).at("received_at"),
            Value(to_unix_ms(*parse_rfc3339("2002-11-30T00:00:00Z"))));
}

TEST(ParseTests, reads_what_is_expected) {
  const auto test = test_of(
      "given: [{thread: a}, {thread: a}], "
      "expect: {actions: [mark_read, {label: Work}, archive], guard: [starred, sent], rule: a, "
      "reason: 'older_than: 3d'}");
  EXPECT_EQ(test.given.size(), 2u);
  EXPECT_THAT(test.expect.actions,
              ElementsAre(Action{Action::Kind::kArchive, {}}, Action{Action::Kind::kMarkRead, {}},
                          Action{Action::Kind::kLabel, "Work"}));
  EXPECT_THAT(test.expect.guards, ElementsAre("starred", "sent"));
  EXPECT_EQ(test.expect.rule, "a");
  EXPECT_EQ(test.expect.reason, "older_than: 3d");
  EXPECT_EQ(test.mark.line, 6);
}

TEST(ParseTests, takes_at_most_1000_tests) {
  auto text = testing::policy_of({"{name: a, rule: x}"}) + "tests:\n";
  for (int i = 0; i < 1000; ++i)
    text += "- {name: t" + std::to_string(i) + ", given: {}, expect: {actions: []}}\n";
  EXPECT_EQ(testing::refused(text), "");
  EXPECT_EQ(testing::refused(text + "- {name: last, given: {}, expect: {actions: []}}\n"),
            "p.yaml:1006:3: a policy has at most 1000 tests\n"
            "  - {name: last, given: {}, expect: {actions: []}}\n"
            "    ^\n");
}

}  // namespace
}  // namespace mailcomb::policy
