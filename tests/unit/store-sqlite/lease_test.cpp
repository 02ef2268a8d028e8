// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>

#include "opened.hpp"
#include "store-sqlite/file.hpp"
#include "store-sqlite/leases.hpp"
#include "store-sqlite/schema.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::store_sqlite {
namespace {

using namespace std::chrono_literals;

class SqliteLease : public ::testing::Test {
 protected:
  SqliteLease() { make_schema(database_, {}, 1); }

  // The fence, or the holder.
  std::string take(std::string_view holder, std::chrono::milliseconds ttl, Time now) {
    const auto lease = take_lease(database_, {"mailbox", holder, ttl, false}, now);
    return lease.fence ? std::to_string(*lease.fence) : lease.holder;
  }
  std::filesystem::path file() {
    make_private_file(folder_ / "a.db");
    return folder_ / "a.db";
  }

  testing::ScratchFolder folder_;
  Database database_{file(), testing::TestCall()};
  const Time now_{1'700'000'000'000ms};
};

TEST_F(SqliteLease, ends_with_its_last_millisecond) {
  EXPECT_EQ(take("a", 100ms, now_), "1");
  EXPECT_EQ(take("b", 100ms, now_ + 99ms), "a");
  EXPECT_EQ(take("b", 100ms, now_ + 100ms), "2");
}

TEST_F(SqliteLease, is_prolonged_by_its_holder) {
  EXPECT_EQ(take("a", 100ms, now_), "1");
  EXPECT_EQ(take("a", 100ms, now_ + 50ms), "1");
  EXPECT_EQ(take("b", 100ms, now_ + 149ms), "a");
  EXPECT_EQ(take("a", 100ms, now_ + 500ms), "1");
}

TEST_F(SqliteLease, may_last_forever) {
  EXPECT_EQ(take("a", std::chrono::milliseconds::max(), now_), "1");
  EXPECT_EQ(take("b", 1ms, now_ + 1'000'000h), "a");
}

TEST_F(SqliteLease, of_no_time_is_over_at_once) {
  EXPECT_EQ(take("a", 0ms, now_), "1");
  EXPECT_EQ(take("b", -5ms, now_), "2");
  EXPECT_EQ(take("c", 1ms, now_), "3");
}

}  // namespace
}  // namespace mailcomb::store_sqlite
