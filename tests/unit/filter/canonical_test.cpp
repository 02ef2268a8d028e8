// SPDX-License-Identifier: Apache-2.0
// The canonical form: what it is, and that parsing it gives the expression back.
#include <gtest/gtest.h>

#include <random>

#include "filter/from_value.hpp"
#include "unit/filter/parsed.hpp"

namespace mailcomb::filter {
namespace {

using sdk::Value;
using testing::kNow;
using testing::parsed;

bool same(const Expression& a, const Expression& b) {
  const auto& x = a.predicate;
  const auto& y = b.predicate;
  if (a.kind != b.kind || a.of.size() != b.of.size()) return false;
  if (x.test != y.test || x.column != y.column || x.text != y.text || x.number != y.number ||
      x.nature != y.nature || !x.regex != !y.regex)
    return false;
  for (std::size_t i = 0; i < a.of.size(); ++i)
    if (!same(a.of[i], b.of[i])) return false;
  return true;
}

void expect_round_trip(const std::string& text) {
  const auto expression = parsed(text);
  const auto value = to_value(expression);
  Errors errors;
  const auto again = parse(to_node(value), kNow + std::chrono::hours(5), errors);
  EXPECT_EQ(testing::to_texts(errors), "") << text;
  EXPECT_TRUE(same(expression, again)) << text;
  EXPECT_EQ(to_value(again), value) << text;
}

TEST(Canonical, is_maps_of_one_operator_each_with_absolute_times) {
  EXPECT_EQ(
      to_value(parsed("category: promotions\nolder_than: 30d")),
      Value::map({{"all", Value::list({Value::map({{"category", "promotions"}}),
                                       Value::map({{"received_before",
                                                    to_unix_ms(kNow) - 2'592'000'000 + 1}})})}}));
  EXPECT_EQ(to_value(parsed("larger_than: 5MiB")),
            Value::map({{"larger_than", std::int64_t{5'242'880}}}));
  EXPECT_EQ(to_value(parsed("has: attachment")), Value::map({{"has", "attachment"}}));
  EXPECT_EQ(to_value(parsed("not: {is: draft}")),
            Value::map({{"not", Value::map({{"is", "draft"}})}}));
  EXPECT_EQ(to_value(parsed("header: {name: X-A, in: [b]}")),
            Value::map({{"header", Value::map({{"name", "x-a"}, {"is", "b"}})}}));
}

TEST(Canonical, has_a_form_for_everything_and_for_nothing) {
  const auto anywhere = Value::map({{"in", "anywhere"}});
  EXPECT_EQ(to_value(Expression()), Value::map());
  EXPECT_EQ(to_value(Expression::negate(Expression())), Value::map({{"not", anywhere}}));
  EXPECT_EQ(to_value(Expression::any({})), Value::map({{"not", anywhere}}));
}

const std::vector<std::string> kLeaves = {
    "from: a@b.c",
    "to: \"@b.c\"",
    "cc: {regex: '^a.*$'}",
    "from: [a@b.c, d@e.f]",
    "sender_domain: b.c",
    "subject: \"quote \\\" and: {\"",
    "subject: {regex: '\\d+ [a-z]'}",
    "older_than: 6mo",
    "newer_than: 1w",
    "received_before: 2001-02-03",
    "received_after: 2001-02-03T04:05:06.789Z",
    "larger_than: 5MiB",
    "smaller_than: 10kB",
    "category: [social, forums]",
    "importance: [low, spam]",
    "is: unread",
    "is: read",
    "is: starred",
    "is: important",
    "is: replied",
    "is: draft",
    "is: sent",
    "has: list-unsubscribe",
    "has: user-label",
    "has: attachment",
    "thread: '18C2f'",
    "label: 'yes'",
    "in: trash",
    "in: anywhere",
    "header: X-A",
    "header: {name: X-A, in: [b, \"no\"]}",
    "header: {name: X-A, contains: b}",
    "header: {name: List-Id, contains: b, regex: c}",
    "list_id: b.c",
};

TEST(Canonical, comes_back_from_every_leaf) {
  for (const auto& leaf : kLeaves) {
    expect_round_trip(leaf);
    expect_round_trip("not: {" + leaf + "}");
  }
}

// In flow style, so that trees can be put together from text.
std::string random_filter(std::mt19937& random, int depth) {
  const auto pick = [&](std::size_t count) { return random() % count; };
  if (depth == 0 || pick(4) == 0) return kLeaves[pick(kLeaves.size())];
  const auto shape = pick(4);
  if (shape == 0) return "not: {" + random_filter(random, depth - 1) + "}";
  const std::string key = shape == 1 ? "all" : shape == 2 ? "any" : "not";
  std::string list;
  for (std::size_t left = 1 + pick(3); left > 0; --left)
    list += (list.empty() ? "{" : ", {") + random_filter(random, depth - 1) + "}";
  const std::string both = key + ": [" + list + "]";
  return pick(2) == 0 ? both : both + ", older_than: 3d";
}

TEST(Canonical, comes_back_from_any_tree) {
  std::mt19937 random(20021201);
  for (int i = 0; i < 2000; ++i) expect_round_trip("{" + random_filter(random, 4) + "}");
}

}  // namespace
}  // namespace mailcomb::filter
