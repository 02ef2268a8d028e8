// SPDX-License-Identifier: Apache-2.0
#include "contract/store/store_contract.hpp"

namespace mailcomb::testing {
namespace {

class StorePresence : public StoreContract {
 protected:
  bool is_there() const {
    return expect(plugin::Store::is_there(subject_->component(), subject_->config()));
  }
};

TEST_P(StorePresence, is_told_without_making_one) {
  EXPECT_FALSE(is_there());
  EXPECT_FALSE(is_there());
  { auto store = open(); }
  EXPECT_TRUE(is_there());
}

INSTANTIATE_TEST_SUITE_P(, StorePresence, ::testing::ValuesIn(durable_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
