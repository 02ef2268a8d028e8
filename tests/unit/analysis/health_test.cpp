// SPDX-License-Identifier: Apache-2.0
#include "analysis/health.hpp"

#include <gtest/gtest.h>

namespace mailcomb::analysis {
namespace {

// "read 30, recent 25, personal 25, wanted 20"
std::string points(const Health& health) {
  std::string text;
  for (const auto& term : health.terms)
    text += (text.empty() ? "" : ", ") + std::string(term.name) + " " +
            (term.value ? std::to_string(static_cast<int>(term.points() * 100 + 0.5)) : "?");
  return text;
}

TEST(Health, of_an_empty_mailbox_is_full) {
  const auto health = judge_health({});
  EXPECT_EQ(health.score, 100);
  EXPECT_EQ(points(health), "read 3000, recent 2500, personal 2500, wanted 2000");
}

TEST(Health, falls_to_nothing_at_the_worst_share_and_not_below) {
  EXPECT_EQ(judge_health({1000, 1000, 500, 800, 600, 400}).score, 0);
  EXPECT_EQ(judge_health({1000, 1000, 1000, 1000, 1000, 1000}).score, 0);
  EXPECT_EQ(points(judge_health({1000, 1000, 499, 799, 599, 399})),
            "read 6, recent 3, personal 4, wanted 5");
}

TEST(Health, falls_evenly) {
  EXPECT_EQ(points(judge_health({1000, 100, 25, 40, 30, 200})),
            "read 1500, recent 1250, personal 1250, wanted 1000");
  EXPECT_EQ(judge_health({1000, 100, 25, 40, 30, 200}).score, 50);
}

TEST(Health, counts_each_term_by_its_own) {
  EXPECT_EQ(judge_health({100, 100, 50, 0, 0, 0}).score, 70);
  EXPECT_EQ(judge_health({100, 100, 0, 80, 0, 0}).score, 75);
  EXPECT_EQ(judge_health({100, 100, 0, 0, 60, 0}).score, 75);
  EXPECT_EQ(judge_health({100, 100, 0, 0, 0, 40}).score, 80);
}

TEST(Health, rounds_to_the_nearest) {
  // 30 × (1 - 1/50) = 29.4; with the rest 99.4. Two of them: 98.8.
  EXPECT_EQ(judge_health({100, 100, 1, 0, 0, 0}).score, 99);
  EXPECT_EQ(judge_health({100, 100, 2, 0, 0, 0}).score, 99);
}

TEST(Health, says_what_each_term_is_about) {
  const auto health = judge_health({2000, 1500, 1, 2, 3, 4});
  EXPECT_EQ(health.terms[0].why, "1 of 1,500 in the inbox are unread");
  EXPECT_EQ(health.terms[1].why, "2 of 1,500 in the inbox are 365d old");
  EXPECT_EQ(health.terms[2].why, "3 of 1,500 in the inbox are bulk, 30d old");
  EXPECT_EQ(health.terms[3].why, "4 of 2,000 are of senders never read");
  EXPECT_DOUBLE_EQ(health.terms[1].percent, 100.0 * 2 / 1500);
}

TEST(Health, is_that_of_the_other_terms_where_the_provider_tells_no_flags) {
  HealthCounts counts{100, 100, 0, 80, 0, 0};
  counts.tells_flags = false;
  const auto health = judge_health(counts);
  EXPECT_EQ(points(health), "read ?, recent 0, personal 2500, wanted ?");
  EXPECT_EQ(health.score, 50);
  EXPECT_EQ(health.terms[0].why, "the provider does not tell what is unread");
}

}  // namespace
}  // namespace mailcomb::analysis
