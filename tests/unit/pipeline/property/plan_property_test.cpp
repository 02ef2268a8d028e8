// SPDX-License-Identifier: Apache-2.0
// What holds for every mailbox and every program; each seed is one of both.
#include <gtest/gtest.h>

#include "matching_fixture.hpp"
#include "property/naive_plan.hpp"

namespace mailcomb::property {
namespace {

constexpr std::uint32_t kCases = 5000;

plan::Plan plan_of(const RandomCase& random) {
  pipeline::RuleProgram program;
  program.derives_category = random.derives_category;
  program.never.push_back({filter::Evaluator(
      filter::Expression::leaf(testing::text_test(testing::Op::kDomain, "from", "bank.example")))});
  for (const auto& rule : random.rules) program.rules.push_back(pipeline::ready(rule));
  return pipeline::match(program, table_of(random)).plan;
}

std::map<std::string, Names> actions_of(const plan::Plan& plan) {
  std::map<std::string, Names> actions;
  for (const auto& change : plan.changes)
    for (const auto& planned : change.actions)
      actions[change.id].insert(mail::to_text(planned.action));
  return actions;
}

std::map<std::string, int> buckets_of(const plan::RuleTally& tally) {
  std::map<std::string, int> buckets = {{"guarded", tally.guarded},
                                        {"shadowed", tally.shadowed},
                                        {"already", tally.already},
                                        {"changes", tally.changes}};
  std::erase_if(buckets, [](const auto& bucket) { return bucket.second == 0; });
  return buckets;
}

std::map<std::string, int> guards_of(const plan::Plan& plan) {
  std::map<std::string, int> guards;
  for (const auto& tally : plan.guards) guards[std::string(to_text(tally.guard))] = tally.messages;
  return guards;
}

std::string text(const RandomCase& random) {
  std::string text;
  for (const auto& rule : random.rules) {
    text += rule.rule.name + ":";
    for (const auto& action : rule.rule.actions) text += " " + mail::to_text(action);
    text += rule.rule.whole_thread ? "\n" : " (scope: message)\n";
  }
  return text;
}

TEST(EveryPlan, is_that_of_a_second_implementation) {
  std::map<std::string, int> seen;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    const auto random = make_case(seed);
    const auto plan = plan_of(random);
    const auto naive = naive_plan(random);
    ASSERT_EQ(actions_of(plan), naive.actions) << "seed " << seed << "\n" << text(random);
    ASSERT_EQ(guards_of(plan), naive.guards) << "seed " << seed << "\n" << text(random);
    for (std::size_t i = 0; i < random.rules.size(); ++i) {
      ASSERT_EQ(buckets_of(plan.rules[i]), naive.buckets[i])
          << "seed " << seed << ", rule " << i << "\n"
          << text(random);
      for (const auto& [bucket, count] : naive.buckets[i]) seen[bucket] += count;
    }
    for (const auto& [guard, count] : naive.guards) seen[guard] += count;
  }
  // The cases mean something: every bucket and every guard was there, again and again; all but
  // last_copy, which exact filters know nothing of.
  EXPECT_EQ(seen.size(), 4 + plan::kGuardNames.size() - 1);
  for (const auto& [name, count] : seen) EXPECT_GT(count, 100) << name;
}

TEST(EveryPlan, adds_up) {
  for (std::uint32_t seed = 0; seed < kCases; ++seed)
    for (const auto& rule : plan_of(make_case(seed)).rules)
      ASSERT_EQ(rule.matched, rule.changes + rule.guarded + rule.shadowed + rule.already)
          << "seed " << seed;
}

TEST(EveryPlan, holds_no_contradiction) {
  for (std::uint32_t seed = 0; seed < kCases; ++seed)
    for (const auto& change : plan_of(make_case(seed)).changes) {
      int terminal = 0;
      for (const auto& a : change.actions) {
        terminal += mail::is_terminal(a.action) ? 1 : 0;
        for (const auto& b : change.actions)
          ASSERT_FALSE(mail::contradict(a.action, b.action)) << "seed " << seed;
      }
      ASSERT_LE(terminal, 1) << "seed " << seed;
    }
}

bool is_protected(const plan::Change& change, const Names& actions) {
  const auto flag = [&](std::uint64_t bit) { return (change.prior.flags & bit) != 0; };
  const auto location = change.prior.location;
  const bool always = flag(MAILCOMB_FLAG_STARRED) || flag(MAILCOMB_FLAG_IMPORTANT) ||
                      flag(MAILCOMB_FLAG_DRAFT) || location == mail::Location::kDrafts ||
                      location == mail::Location::kSent || !change.received_at_ms ||
                      *change.received_at_ms > to_unix_ms(testing::kNow);
  const bool from_trash = flag(MAILCOMB_FLAG_REPLIED) || !change.prior.labels.empty();
  return always || (from_trash && actions.contains("trash"));
}

TEST(EveryPlan, heeds_the_guards) {
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    const auto plan = plan_of(make_case(seed));
    for (const auto& change : plan.changes) {
      Names actions;
      for (const auto& planned : change.actions) actions.insert(mail::to_text(planned.action));
      const bool only_stars = actions == Names{"star"} || actions == Names{"unstar"};
      ASSERT_TRUE(only_stars || !is_protected(change, actions)) << "seed " << seed;
    }
  }
}

TEST(EveryPlan, is_the_same_every_time) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const auto random = make_case(seed);
    ASSERT_EQ(testing::changes_text(plan_of(random)), testing::changes_text(plan_of(random)));
  }
}

// Whether a filter, or a guard, reads what an action of the program writes.
bool reads_what_it_writes(const RandomCase& random) {
  Names written, read;
  for (const auto& rule : random.rules) {
    for (const auto& action : rule.rule.actions) {
      const auto name = mail::to_text(action);
      if (name == "archive" || name == "trash") written.insert("location");
      if (name.starts_with("mark")) written.insert("flags");
      if (name.ends_with("label:A")) written.insert("labels");
      // These take a guard away: the next plan may do what this one was kept from.
      if (name.starts_with("un")) return true;
    }
    for_each_predicate(rule.filter,
                       [&](const auto& predicate, bool) { read.insert(predicate.column); });
  }
  return std::any_of(read.begin(), read.end(),
                     [&](const auto& column) { return written.contains(column); });
}

TEST(EveryPlan, leaves_nothing_to_do_once_it_is_applied) {
  int checked = 0;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    auto random = make_case(seed);
    if (reads_what_it_writes(random)) continue;
    const auto actions = actions_of(plan_of(random));
    if (actions.empty()) continue;
    ++checked;
    apply(actions, random.mailbox);
    ASSERT_EQ(actions_of(plan_of(random)), (std::map<std::string, Names>())) << "seed " << seed;
  }
  EXPECT_GT(checked, 200);
}

}  // namespace
}  // namespace mailcomb::property
