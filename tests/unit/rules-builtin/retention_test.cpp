// SPDX-License-Identifier: Apache-2.0
// Retention as a pure function: what some lists come to, and what holds for all of them.
#include "rules-builtin/retention.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

namespace mailcomb::rules_builtin {
namespace {

Retained message(std::uint32_t ordinal, std::uint64_t group, std::int64_t day,
                 std::uint64_t content = 0, bool is_recent = false) {
  return {
      group,    content == 0 ? 1'000'000U + ordinal : content, day * 86'400'000, ordinal, ordinal,
      is_recent};
}

std::string text(Fate fate) {
  switch (fate) {
    case Fate::kLast: return "last";
    case Fate::kCopy: return "copy";
    case Fate::kRecent: return "recent";
    case Fate::kGoes: break;
  }
  return "goes";
}

// "2: last 1/3; …": ordinal, fate, place and group.
std::string retained(std::vector<Retained> list, RetentionPolicy policy) {
  std::string all;
  retain(list, policy, [&](const Retention& each) {
    all += std::to_string(each.ordinal) + ": " + text(each.fate) + " " +
           std::to_string(each.place) + "/" + std::to_string(each.group_size) + "; ";
  });
  return all;
}

TEST(Retention, keeps_the_newest) {
  EXPECT_EQ(retained({message(0, 1, 5), message(1, 1, 9), message(2, 1, 7)}, {2, false}),
            "1: last 1/3; 2: last 2/3; 0: goes 3/3; ");
}

TEST(Retention, looks_at_each_group_by_itself) {
  EXPECT_EQ(retained({message(0, 2, 5), message(1, 1, 9), message(2, 2, 7)}, {1, false}),
            "1: last 1/1; 2: last 1/2; 0: goes 2/2; ");
}

TEST(Retention, keeps_what_is_recent_beyond_the_newest) {
  EXPECT_EQ(
      retained({message(0, 1, 5), message(1, 1, 9, 0, true), message(2, 1, 7, 0, true)}, {1, true}),
      "1: last 1/3; 2: recent 2/3; 0: goes 3/3; ");
}

TEST(Retention, may_go_by_age_alone) {
  EXPECT_EQ(retained({message(0, 1, 5), message(1, 1, 9, 0, true)}, {0, true}),
            "1: recent 1/2; 0: goes 2/2; ");
}

TEST(Retention, heeds_no_age_that_the_policy_does_not_have) {
  EXPECT_EQ(retained({message(0, 1, 5, 0, true), message(1, 1, 9, 0, true)}, {1, false}),
            "1: last 1/2; 0: goes 2/2; ");
}

// Else "the last two" would be one message, twice.
TEST(Retention, gives_copies_one_place) {
  EXPECT_EQ(retained({message(0, 1, 9, 5), message(1, 1, 8, 5), message(2, 1, 7),
                      message(3, 1, 6, 5), message(4, 1, 5)},
                     {2, false}),
            "0: last 1/5; 1: copy 2/5; 2: last 3/5; 3: copy 4/5; 4: goes 5/5; ");
}

TEST(Retention, breaks_ties_by_the_message_itself) {
  auto list = std::vector{message(0, 1, 5), message(1, 1, 5), message(2, 1, 5)};
  list[0].tie = 9;
  EXPECT_EQ(retained(list, {1, false}), "1: last 1/3; 2: goes 2/3; 0: goes 3/3; ");
  std::reverse(list.begin(), list.end());
  EXPECT_EQ(retained(list, {1, false}), "1: last 1/3; 2: goes 2/3; 0: goes 3/3; ");
}

TEST(Retention, of_nothing_is_nothing) { EXPECT_EQ(retained({}, {3, true}), ""); }

std::vector<Retained> random_list(std::mt19937& random) {
  std::vector<Retained> list;
  const auto size = random() % 40;
  for (std::uint32_t i = 0; i < size; ++i)
    list.push_back(message(i, random() % 4, static_cast<std::int64_t>(random() % 20),
                           random() % 3 == 0 ? 1 + random() % 5 : 0, random() % 4 == 0));
  return list;
}

// Whatever a golden says: nobody is left out, the newest of each group stay, and what goes is older than
// everything that a place was for.
TEST(Retention, holds_its_invariants) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const auto list = random_list(random);
    const RetentionPolicy policy{static_cast<std::uint32_t>(random() % 4), random() % 2 == 0};
    auto sorted = list;
    std::set<std::uint32_t> told;
    std::map<std::uint64_t, std::set<std::uint64_t>> places;
    std::map<std::uint64_t, std::int64_t> oldest_place;
    retain(sorted, policy, [&](const Retention& each) {
      ASSERT_TRUE(told.insert(each.ordinal).second);
      const auto& one = list[each.ordinal];
      if (each.fate == Fate::kLast) {
        places[one.group].insert(one.content);
        oldest_place[one.group] = one.received_at_ms;
      }
      if (each.fate == Fate::kCopy) {
        ASSERT_TRUE(places[one.group].contains(one.content));
      }
      if (each.fate == Fate::kRecent) {
        ASSERT_TRUE(one.is_recent && policy.heeds_age);
      }
      if (each.fate != Fate::kGoes) return;
      ASSERT_EQ(places[one.group].size(), policy.last);
      ASSERT_FALSE(policy.heeds_age && one.is_recent);
      ASSERT_FALSE(places[one.group].contains(one.content));
      if (policy.last > 0) {
        ASSERT_LE(one.received_at_ms, oldest_place[one.group]);
      }
    });
    ASSERT_EQ(told.size(), list.size());
  }
}

// What stays is what stays the next time.
TEST(Retention, has_nothing_to_do_once_it_is_done) {
  std::mt19937 random(8);
  for (int round = 0; round < 500; ++round) {
    auto list = random_list(random);
    const RetentionPolicy policy{static_cast<std::uint32_t>(1 + random() % 3), random() % 2 == 0};
    std::set<std::uint32_t> gone;
    const auto collect = [&](const Retention& each) {
      if (each.fate == Fate::kGoes) gone.insert(each.ordinal);
    };
    retain(list, policy, collect);
    std::erase_if(list, [&](const auto& each) { return gone.contains(each.ordinal); });
    gone.clear();
    retain(list, policy, collect);
    ASSERT_TRUE(gone.empty());
  }
}

}  // namespace
}  // namespace mailcomb::rules_builtin
