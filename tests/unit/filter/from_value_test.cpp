// SPDX-License-Identifier: Apache-2.0
#include "filter/from_value.hpp"

#include <gtest/gtest.h>

#include "unit/filter/parsed.hpp"

namespace mailcomb::filter {
namespace {

using sdk::Value;

TEST(FromValue, keeps_the_shape) {
  const Node node = to_node(Value::map({{"days", 30}, {"list", Value::list({"a", Value()})}}));
  ASSERT_EQ(node.kind, Node::Kind::kMap);
  EXPECT_EQ(node.find("days")->text, "30");
  EXPECT_FALSE(node.find("days")->quoted);
  EXPECT_EQ(node.find("list")->members[0].value.text, "a");
  EXPECT_TRUE(node.find("list")->members[0].value.quoted);
  EXPECT_EQ(node.find("list")->members[1].value.kind, Node::Kind::kNull);
}

TEST(FromValue, makes_a_plugins_filter_one_of_the_language) {
  Errors errors;
  const Node node = to_node(Value::map({{"category", "promotions"}, {"older_than", "30d"}}));
  EXPECT_EQ(to_text(parse(node, testing::kNow, errors)),
            "category: promotions and older_than: 30d");
  EXPECT_TRUE(errors.empty());
}

TEST(FromValue, believes_that_a_plugin_means_text) {
  Errors errors;
  const auto expression = parse(to_node(Value::map({{"subject", "yes"}})), testing::kNow, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(expression.predicate.text, "yes");
}

TEST(FromValue, a_plugins_error_tells_no_place) {
  Errors errors;
  parse(to_node(Value::map({{"older_then", "3d"}})), testing::kNow, errors);
  EXPECT_EQ(testing::to_texts(errors),
            "unknown key 'older_then'\n  hint: did you mean 'older_than'?\n");
}

}  // namespace
}  // namespace mailcomb::filter
