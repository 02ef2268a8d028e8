// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "mailcomb/abi/column.h"
#include "unit/filter/parsed.hpp"

namespace mailcomb::filter {
namespace {

using testing::parsed;

TEST(FilterText, is_what_was_written) {
  EXPECT_EQ(to_text(parsed("category: promotions\nolder_than: 90d")),
            "category: promotions and older_than: 90d");
  EXPECT_EQ(to_text(parsed("any: [{from: \"@a.b\"}, {is: unread, in: inbox}]\nnot: {is: draft}")),
            "(from: \"@a.b\" or (is: unread and in: inbox)) and not is: draft");
  EXPECT_EQ(to_text(parsed("subject: [a, 'b: c']")), "subject: a or subject: \"b: c\"");
  EXPECT_EQ(to_text(parsed("not: [{is: read}, {is: sent}]")), "not (is: read or is: sent)");
}

TEST(FilterText, names_the_extremes) {
  EXPECT_EQ(to_text(Expression()), "every message");
  EXPECT_EQ(to_text(Expression::any({})), "no message");
}

TEST(FilterText, spells_what_nobody_wrote) {
  Predicate starred;
  starred.test = Predicate::Test::kFlagSet;
  starred.column = "flags";
  starred.number = MAILCOMB_FLAG_STARRED;
  Predicate before;
  before.test = Predicate::Test::kBefore;
  before.column = "received_at";
  before.number = to_unix_ms(testing::kNow);
  EXPECT_EQ(to_text(Expression::all({Expression::leaf(starred), Expression::leaf(before)})),
            "is: starred and received_before: 2002-12-01T00:00:00Z");
}

}  // namespace
}  // namespace mailcomb::filter
