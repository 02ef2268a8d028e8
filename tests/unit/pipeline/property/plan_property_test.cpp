// SPDX-License-Identifier: Apache-2.0
// What holds for every mailbox and every program; each seed is one of both.
#include <gtest/gtest.h>

#include "matching_fixture.hpp"
#include "property/naive_plan.hpp"

namespace mailcomb::property {
namespace {

constexpr std::uint32_t kCases = 5000;

plan::GuardSet unguarded_of(const RandomCase& random) {
  plan::GuardSet guards;
  for (std::size_t i = 0; i < plan::kGuardNames.size(); ++i)
    if (random.unguarded.contains(std::string(plan::kGuardNames[i])))
      guards.add(static_cast<plan::Guard>(i));
  return guards;
}

plan::Plan plan_of(const RandomCase& random) {
  pipeline::RuleProgram program;
  program.derives_category = random.derives_category;
  program.never.push_back({filter::Evaluator(
      filter::Expression::leaf(testing::text_test(testing::Op::kDomain, "from", "bank.example")))});
  for (const auto& filter : random.never) program.never.push_back({filter::Evaluator(filter)});
  for (const auto& rule : random.rules) program.rules.push_back(pipeline::ready(rule));
  program.unguarded = unguarded_of(random);
  program.limits = random.limits;
  program.backlog = random.backlog;
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
                                        {"changes", tally.changes},
                                        {"deferred", tally.deferred}};
  std::erase_if(buckets, [](const auto& bucket) { return bucket.second == 0; });
  return buckets;
}

std::map<std::string, int> guards_of(const plan::Plan& plan) {
  std::map<std::string, int> guards;
  for (const auto& tally : plan.guards) guards[std::string(to_text(tally.guard))] = tally.messages;
  return guards;
}

Names trips_of(const plan::Plan& plan) {
  Names trips;
  for (const auto& trip : plan.trips) trips.insert(trip.name.substr(trip.name.find('.') + 1));
  return trips;
}

// By rule, also of those that do not act: they are not in the plan.
std::vector<std::map<std::string, int>> all_buckets_of(const RandomCase& random,
                                                       const plan::Plan& plan) {
  std::vector<std::map<std::string, int>> buckets;
  auto tally = plan.rules.begin();
  for (const auto& rule : random.rules)
    buckets.push_back(rule.rule.acts ? buckets_of(*tally++) : std::map<std::string, int>());
  return buckets;
}

std::string text(const RandomCase& random) {
  std::string text;
  for (const auto& filter : random.never) text += "never " + to_text(filter) + "\n";
  for (const auto& guard : random.unguarded) text += "unguard " + guard + "\n";
  if (random.backlog) text += "at most " + std::to_string(random.backlog->per_run) + "\n";
  for (const auto& rule : random.rules) {
    text += rule.rule.name + ":";
    for (const auto& action : rule.rule.actions) text += " " + mail::to_text(action);
    text += " if " + to_text(rule.filter);
    text += rule.rule.acts ? "" : " (does not act)";
    text += rule.rule.whole_thread ? "\n" : " (scope: message)\n";
  }
  for (const auto& mail : random.mailbox) {
    text += mail.id + ": " + mail.location;
    for (const auto& flag : mail.flags) text += " " + flag;
    for (const auto& label : mail.labels) text += " label:" + label;
    text += mail.category + (mail.is_protected ? " protected" : "") + "\n";
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
    ASSERT_EQ(trips_of(plan), naive.trips) << "seed " << seed << "\n" << text(random);
    ASSERT_EQ(all_buckets_of(random, plan), naive.buckets) << "seed " << seed << "\n"
                                                           << text(random);
    for (const auto& buckets : naive.buckets)
      for (const auto& [bucket, count] : buckets) seen[bucket] += count;
    for (const auto& trip : naive.trips) ++seen["limit of " + trip];
    for (const auto& [guard, count] : naive.guards) seen[guard] += count;
  }
  // The cases mean something: every bucket, limit and guard was there, again and again; all but
  // last_copy, which exact filters know nothing of.
  EXPECT_EQ(seen.size(), 5 + 4 + plan::kGuardNames.size() - 1);
  for (const auto& [name, count] : seen) EXPECT_GT(count, 50) << name;
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

// The guards that a change's own state raises.
Names raised(const plan::Change& change) {
  const auto& prior = change.prior;
  const std::map<std::string, bool> guards = {
      {"starred", prior.flags & MAILCOMB_FLAG_STARRED},
      {"important", prior.flags & MAILCOMB_FLAG_IMPORTANT},
      {"draft", prior.flags & MAILCOMB_FLAG_DRAFT || prior.location == mail::Location::kDrafts},
      {"sent", prior.location == mail::Location::kSent},
      {"unknown_date", !change.received_at_ms},
      {"future_date", change.received_at_ms > to_unix_ms(testing::kNow)},
      {"replied", prior.flags & MAILCOMB_FLAG_REPLIED},
      {"user_label", !prior.labels.empty()}};
  Names names;
  for (const auto& [name, is_raised] : guards)
    if (is_raised) names.insert(name);
  return names;
}

TEST(EveryPlan, heeds_the_guards) {
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    const auto random = make_case(seed);
    for (const auto& change : plan_of(random).changes) {
      Names actions;
      for (const auto& planned : change.actions) actions.insert(mail::to_text(planned.action));
      if (actions == Names{"star"} || actions == Names{"unstar"}) continue;
      auto guards = raised(change);
      for (const auto& guard : random.unguarded) guards.erase(guard);
      if (!actions.contains("trash"))
        for (const auto* guard : {"replied", "user_label"}) guards.erase(guard);
      ASSERT_EQ(guards, Names()) << "seed " << seed << ", message " << change.id;
    }
  }
}

TEST(EveryPlan, stays_within_its_backlog_and_a_part_of_it_is_done) {
  int deferred = 0;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    const auto random = make_case(seed);
    const auto plan = plan_of(random);
    if (!random.backlog) {
      ASSERT_EQ(plan.totals.deferred, 0) << "seed " << seed;
      continue;
    }
    ASSERT_LE(plan.totals.changes, random.backlog->per_run) << "seed " << seed;
    if (plan.totals.deferred == 0) continue;
    ++deferred;
    ASSERT_GT(plan.totals.changes, 0) << "seed " << seed;
  }
  EXPECT_GT(deferred, 100);
}

// What some rules do, or a run that may do little, is done by all of them in one run too.
TEST(EveryPlan, that_is_narrowed_is_a_part_of_the_whole) {
  int narrowed = 0;
  for (std::uint32_t seed = 0; seed < kCases / 2; ++seed) {
    auto random = make_case(seed);
    const auto part = actions_of(plan_of(random));
    random.backlog.reset();
    for (auto& rule : random.rules) rule.rule.acts = true;
    const auto whole = actions_of(plan_of(random));
    if (part != whole) ++narrowed;
    for (const auto& [id, actions] : part) {
      ASSERT_TRUE(whole.contains(id)) << "seed " << seed << ", message " << id;
      ASSERT_TRUE(
          std::includes(whole.at(id).begin(), whole.at(id).end(), actions.begin(), actions.end()))
          << "seed " << seed << ", message " << id;
    }
  }
  EXPECT_GT(narrowed, 100);
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
  for (const auto& filter : random.never)
    for_each_predicate(filter, [&](const auto& predicate, bool) { read.insert(predicate.column); });
  return std::any_of(read.begin(), read.end(),
                     [&](const auto& column) { return written.contains(column); });
}

// A star or a label is a guard: the next run keeps what this one might still have done.
bool raises_guards(const RandomCase& random) {
  for (const auto& rule : random.rules)
    for (const auto& action : rule.rule.actions)
      if (action.kind == mail::Action::Kind::kStar || action.kind == mail::Action::Kind::kLabel)
        return true;
  return false;
}

bool is_narrowed(const RandomCase& random) {
  return random.backlog || std::any_of(random.rules.begin(), random.rules.end(),
                                       [](const auto& rule) { return !rule.rule.acts; });
}

TEST(EveryPlan, leaves_nothing_to_do_once_it_is_applied) {
  int checked = 0;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    auto random = make_case(seed);
    if (reads_what_it_writes(random) || random.backlog) continue;
    // A rule that only has its say may be guarded from what it would have done, and then has none.
    if (is_narrowed(random) && raises_guards(random)) continue;
    const auto actions = actions_of(plan_of(random));
    if (actions.empty()) continue;
    ++checked;
    property::apply(actions, random.mailbox);
    ASSERT_EQ(actions_of(plan_of(random)), (std::map<std::string, Names>()))
        << "seed " << seed << "\n"
        << text(random);
  }
  EXPECT_GT(checked, 200);
}

std::vector<std::pair<std::string, Names>> state_of(const RandomCase& random) {
  std::vector<std::pair<std::string, Names>> state;
  for (const auto& mail : random.mailbox) state.push_back({mail.location, mail.flags});
  return state;
}

TEST(EveryPlan, is_done_in_the_end_however_little_a_run_may_do) {
  int checked = 0;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    auto random = make_case(seed);
    if (!random.backlog || reads_what_it_writes(random) || raises_guards(random)) continue;
    auto at_once = random;
    at_once.backlog.reset();
    const auto all = actions_of(plan_of(at_once));
    property::apply(all, at_once.mailbox);
    std::size_t runs = 0;
    for (auto part = actions_of(plan_of(random)); !part.empty(); ++runs) {
      ASSERT_LT(runs, all.size()) << "seed " << seed;
      property::apply(part, random.mailbox);
      part = actions_of(plan_of(random));
    }
    if (runs > 1) ++checked;
    ASSERT_EQ(state_of(random), state_of(at_once)) << "seed " << seed << "\n" << text(random);
  }
  EXPECT_GT(checked, 30);
}

}  // namespace
}  // namespace mailcomb::property
