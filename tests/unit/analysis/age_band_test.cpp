// SPDX-License-Identifier: Apache-2.0
#include "analysis/age_band.hpp"

#include <gtest/gtest.h>

#include "support/message_table.hpp"

namespace mailcomb::testing {
namespace {

using namespace analysis;

std::string_view band(std::optional<std::int64_t> received_at_ms) {
  return band_name(band_of(received_at_ms, kNow));
}

TEST(AgeBand, begins_with_the_age_that_its_name_says) {
  for (std::size_t i = 0; i < kAgeBands.size(); ++i) {
    const auto edge = days_ago_ms(kAgeBands[i].days_min);
    EXPECT_EQ(band(edge), kAgeBands[i].name);
    EXPECT_EQ(band(edge + 1), i == 0 ? "future" : kAgeBands[i - 1].name);
  }
  EXPECT_EQ(band(0), "5y and older");
}

TEST(AgeBand, of_what_has_no_date_is_its_own) { EXPECT_EQ(band({}), "undated"); }

TEST(IsAsOldAs, is_inclusive_and_false_without_a_date) {
  EXPECT_TRUE(is_as_old_as(days_ago_ms(30), 30, kNow));
  EXPECT_FALSE(is_as_old_as(days_ago_ms(30) + 1, 30, kNow));
  EXPECT_FALSE(is_as_old_as({}, 0, kNow));
}

}  // namespace
}  // namespace mailcomb::testing
