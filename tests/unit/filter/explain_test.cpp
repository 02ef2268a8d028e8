// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/filters.hpp"

namespace mailcomb::testing {
namespace {

using filter::Finding;

// "all true [subject: yes = true (yes)]"
std::string text(const Finding& finding) {
  auto line = finding.source + " " + std::string(filter::to_text(finding.truth));
  if (!finding.seen.empty()) line += " (" + finding.seen + ")";
  for (const auto& part : finding.of) line += " [" + text(part) + "]";
  return line;
}

std::string explain(Expression expression, const plugin::Batch& batch) {
  filter::Evaluator evaluator(std::move(expression));
  evaluator.bind(batch.abi());
  return text(evaluator.explain(filter::Message(&batch.abi(), 0)));
}

template <class Describe>
std::string seen(Op test, const char* column, Describe describe) {
  return explain(Expression::leaf(text_test(test, column, "x")), batch_of(describe));
}

TEST(Explain, says_what_each_part_came_to) {
  const auto batch =
      batch_of([](TestMessage& message) { message.subject("yes").unknown("received_at"); });
  EXPECT_EQ(explain(Expression::all({subject_has("yes"), Expression::negate(subject_has("no")),
                                     Expression::any({older_than(30)})}),
                    batch),
            "all unknown [subject: yes true (yes)] [not true [subject: no false (yes)]] "
            "[any unknown [older_than: 30d unknown (unknown)]]");
}

TEST(Explain, shows_the_value_of_every_type) {
  EXPECT_EQ(seen(Op::kContains, "subject", [](TestMessage& m) { m.subject("Hi"); }),
            "subject: x false (Hi)");
  EXPECT_EQ(seen(Op::kContains, "labels", [](TestMessage& m) { m.label("A").label("B"); }),
            "labels: x false (A, B)");
  EXPECT_EQ(seen(Op::kDomain, "from", [](TestMessage& m) { m.from("Ann <a@y>").from("b@x"); }),
            "from: x true (a@y, Ann, b@x)");
  EXPECT_EQ(explain(older_than(1), batch_of([](TestMessage& m) { m.received("2002-11-01"); })),
            "older_than: 1d true (2002-11-01T00:00:00Z)");
  EXPECT_EQ(explain(Expression::leaf(number_test(Op::kFrom, "size_bytes", 7)),
                    batch_of([](TestMessage& m) { m.size(42); })),
            "size_bytes: 7 true (42 bytes)");
  EXPECT_EQ(explain(Expression::leaf(number_test(Op::kFrom, "size_bytes", 7)),
                    batch_of([](TestMessage& m) { m.size(5'242'880); })),
            "size_bytes: 7 true (5,242,880 bytes (5.0 MiB))");
  EXPECT_EQ(explain(Expression::leaf(number_test(Op::kFrom, "attachments", 1)),
                    batch_of([](TestMessage& m) { m.attachments(2); })),
            "attachments: 1 true (2)");
  EXPECT_EQ(explain(is_unread(), batch_of([](TestMessage& m) { m.starred().replied(); })),
            "is: unread false (starred, replied)");
  EXPECT_EQ(explain(is_unread(), batch_of([](TestMessage&) {})), "is: unread false (no flag)");
}

TEST(Explain, tells_absent_unread_and_unheard_of_apart) {
  EXPECT_EQ(seen(Op::kPresent, "header:list-post", [](TestMessage&) {}),
            "header:list-post: x false (absent)");
  EXPECT_EQ(
      seen(Op::kPresent, "header:list-post", [](TestMessage& m) { m.unknown("header:list-post"); }),
      "header:list-post: x unknown (unknown)");
  EXPECT_EQ(seen(Op::kPresent, "header:x-other", [](TestMessage&) {}),
            "header:x-other: x unknown (the provider does not know)");
}

TEST(Explain, says_whether_a_category_is_derived) {
  MessageTable table;
  table.add("m1").header("list-unsubscribe", "<u>").category("social");
  EXPECT_EQ(explain(category_is("promotions"), table.batch()),
            "category: promotions false (social)");
  table.without("category");
  EXPECT_EQ(explain(category_is("promotions"), table.batch()),
            "category: promotions true (promotions (derived))");
  table.messages()[0].unknown("from");
  EXPECT_EQ(explain(category_is("promotions"), table.batch()),
            "category: promotions unknown (unreadable)");
}

TEST(Explain, says_whether_an_importance_is_derived) {
  MessageTable table;
  table.add("m1").starred().importance("low");
  const auto critical = Expression::leaf(text_test(Op::kEquals, "importance", "critical"));
  EXPECT_EQ(explain(critical, table.batch()), "importance: critical false (low)");
  table.without("importance");
  EXPECT_EQ(explain(critical, table.batch()), "importance: critical true (critical (derived))");
  table.messages()[0].unknown("flags");
  EXPECT_EQ(explain(critical, table.batch()), "importance: critical unknown (unreadable)");
}

TEST(Explain, names_what_a_policy_has_named) {
  auto any = Expression::any({subject_has("a"), subject_has("b")});
  auto leaf = subject_has("c");
  any.name = "$either";
  leaf.name = "$c";
  EXPECT_EQ(explain(Expression::all({any, leaf}), batch_of([](TestMessage& m) { m.subject("b"); })),
            "all false [$either: any true [subject: a false (b)] [subject: b true (b)]] "
            "[$c: subject: c false (b)]");
}

TEST(Explain, shows_the_place_where_there_are_no_labels) {
  MessageTable table;
  table.add("m1").in(mail::Location::kOther);
  table.without("labels");
  EXPECT_EQ(explain(Expression::leaf(text_test(Op::kUserLabel, "labels", "x")), table.batch()),
            "labels: x true (other)");
}

TEST(Explain, sees_nothing_in_anywhere) {
  EXPECT_EQ(explain(anywhere(), batch_of([](TestMessage&) {})), "in: anywhere true");
}

}  // namespace
}  // namespace mailcomb::testing
