// SPDX-License-Identifier: Apache-2.0
#include "plugin/value_builder.hpp"

#include <gtest/gtest.h>

namespace mailcomb::plugin {
namespace {

using sdk::slice;
using sdk::Value;

class ValueBuilderTest : public ::testing::Test {
 protected:
  // Takes the value and expects that it was refused for that reason.
  void expect_refused(std::string_view why) {
    EXPECT_EQ(built_.take(), std::nullopt);
    EXPECT_EQ(built_.misuse(), why);
  }

  ValueBuilder built_;
  mailcomb_value_builder to_ = built_.builder();
  void* at_ = to_.context;
};

TEST_F(ValueBuilderTest, takes_what_the_sdk_writes) {
  const Value value = Value::map({{"days", 30},
                                  {"from", Value::list({"a@b.example", Value()})},
                                  {"raw", Value::bytes("\xFF")},
                                  {"deep", Value::map({{"share", 0.5}, {"yes", false}})}});
  EXPECT_TRUE(built_.is_empty());
  EXPECT_EQ(sdk::write_value(to_, value), MAILCOMB_OK);
  EXPECT_FALSE(built_.is_empty());
  EXPECT_EQ(built_.take(), value);
}

TEST_F(ValueBuilderTest, refuses_a_duplicate_key) {
  to_.open_map(at_, {});
  EXPECT_EQ(to_.add_i64(at_, slice("days"), 1), MAILCOMB_OK);
  EXPECT_EQ(to_.add_i64(at_, slice("days"), 2), MAILCOMB_INVALID);
  EXPECT_EQ(to_.close(at_), MAILCOMB_INVALID);
  expect_refused("the key 'days' comes twice in one map");
}

TEST_F(ValueBuilderTest, refuses_a_key_outside_of_a_map) {
  to_.open_list(at_, {});
  EXPECT_EQ(to_.open_map(at_, slice("x")), MAILCOMB_INVALID);
  expect_refused("the key 'x' stands outside of a map");
}

TEST_F(ValueBuilderTest, refuses_text_that_is_not_utf8) {
  to_.open_map(at_, {});
  EXPECT_EQ(to_.add_utf8(at_, slice("name"), slice("\xFF")), MAILCOMB_INVALID);
  expect_refused("the text of 'name' is not UTF-8");
}

TEST_F(ValueBuilderTest, refuses_a_key_that_is_not_utf8) {
  to_.open_map(at_, {});
  EXPECT_EQ(to_.add_null(at_, slice("\xFF")), MAILCOMB_INVALID);
  expect_refused("a key is not UTF-8");
}

TEST_F(ValueBuilderTest, refuses_slices_without_bytes) {
  EXPECT_EQ(to_.add_utf8(at_, {}, {nullptr, 5}), MAILCOMB_INVALID);
  ValueBuilder other;
  EXPECT_EQ(other.builder().add_bytes(&other, {}, {nullptr, 5}), MAILCOMB_INVALID);
  EXPECT_EQ(other.misuse(), "bytes without data");
}

TEST_F(ValueBuilderTest, refuses_an_unbalanced_close) {
  to_.add_i64(at_, {}, 1);
  EXPECT_EQ(to_.close(at_), MAILCOMB_INVALID);
  expect_refused("close without an open list or map");
}

TEST_F(ValueBuilderTest, misses_a_close) {
  to_.open_list(at_, {});
  expect_refused("a list or map was not closed");
}

TEST_F(ValueBuilderTest, misses_a_value) { expect_refused("no value was built"); }

TEST_F(ValueBuilderTest, refuses_a_second_root) {
  to_.add_i64(at_, {}, 1);
  EXPECT_EQ(to_.add_i64(at_, {}, 2), MAILCOMB_INVALID);
  expect_refused("a second value follows the first");
}

TEST_F(ValueBuilderTest, refuses_what_is_too_deep) {
  for (std::size_t i = 0; i < ValueBuilder::kDepthMax; ++i)
    EXPECT_EQ(to_.open_list(at_, {}), MAILCOMB_OK);
  EXPECT_EQ(to_.open_list(at_, {}), MAILCOMB_INVALID);
  expect_refused("the value is deeper than 64");
}

}  // namespace
}  // namespace mailcomb::plugin
