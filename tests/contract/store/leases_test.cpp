// SPDX-License-Identifier: Apache-2.0
#include "contract/store/store_contract.hpp"

namespace mailcomb::testing {
namespace {

using namespace std::chrono_literals;
using plugin::Takeover;

class StoreLeases : public StoreContract {
 protected:
  // The fence, or the holder.
  std::string take(std::string_view holder, std::chrono::milliseconds ttl = 1h,
                   Takeover takeover = Takeover::kNo) {
    const auto lease = expect(store_.take_lease("mailbox", holder, ttl, takeover));
    return lease.fence ? std::to_string(*lease.fence) : "held by " + lease.holder;
  }

  plugin::Store store_ = open();
};

TEST_P(StoreLeases, are_held_by_one) {
  EXPECT_EQ(take("host a, process 1"), "1");
  EXPECT_EQ(take("host b, process 2"), "held by host a, process 1");
  EXPECT_EQ(expect(store_.take_lease("other mailbox", "b", 1h)).fence, 1);
}

TEST_P(StoreLeases, are_renewed_by_their_holder_with_the_same_fence) {
  EXPECT_EQ(take("a", 200ms), "1");
  EXPECT_EQ(take("a", 1h), "1");
  subject_->let_pass(250ms);
  EXPECT_EQ(take("b"), "held by a");
}

TEST_P(StoreLeases, end_by_their_time) {
  EXPECT_EQ(take("a", 20ms), "1");
  subject_->let_pass(40ms);
  EXPECT_EQ(take("b"), "2");
  EXPECT_EQ(take("a"), "held by b");
}

TEST_P(StoreLeases, go_on_for_their_holder_if_nobody_came_in_between) {
  EXPECT_EQ(take("a", 20ms), "1");
  subject_->let_pass(40ms);
  EXPECT_EQ(take("a"), "1");
}

TEST_P(StoreLeases, can_be_taken_by_force) {
  EXPECT_EQ(take("a"), "1");
  EXPECT_EQ(take("b", 1h, Takeover::kForce), "2");
  EXPECT_EQ(take("a"), "held by b");
  EXPECT_EQ(take("b", 1h, Takeover::kForce), "2");
}

TEST_P(StoreLeases, are_given_back_by_their_holder_alone) {
  EXPECT_EQ(take("a"), "1");
  EXPECT_EQ(take("b", 1h, Takeover::kForce), "2");
  expect(store_.drop_lease("mailbox", 1));
  EXPECT_EQ(take("a"), "held by b");
  expect(store_.drop_lease("mailbox", 2));
  EXPECT_EQ(take("a"), "3");
}

TEST_P(StoreLeases, change_hands_when_they_are_given_back) {
  EXPECT_EQ(take("a"), "1");
  expect(store_.drop_lease("mailbox", 1));
  EXPECT_EQ(take("a"), "2");
  expect(store_.drop_lease("mailbox", 1));
  EXPECT_EQ(take("b"), "held by a");
}

TEST_P(StoreLeases, that_nobody_holds_can_be_dropped) {
  expect(store_.drop_lease("none", 1));
  EXPECT_EQ(take("a"), "1");
}

TEST_P(StoreLeases, are_seen_by_others_at_once_and_stay) {
  EXPECT_EQ(take("a"), "1");
  store_ = open();
  EXPECT_EQ(take("b"), "held by a");
}

INSTANTIATE_TEST_SUITE_P(, StoreLeases, ::testing::ValuesIn(all_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
