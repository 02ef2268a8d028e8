// SPDX-License-Identifier: Apache-2.0
// What holds for every policy in which rules compare messages: above all, that no content is lost.
#include <gtest/gtest.h>

#include <algorithm>

#include "property/letters.hpp"
#include "unit/rules-builtin/comparing_fixture.hpp"

namespace mailcomb::property {
namespace {

using Kind = LetterRule::Kind;

constexpr std::uint32_t kCases = 3000;

// As the host completes it: what is left out of a policy is not there.
sdk::Value retention_of(const LetterRule& rule) {
  if (!rule.is_within) return sdk::Value::map({{"per", "sender"}, {"last", rule.last}});
  if (rule.last == 0) return sdk::Value::map({{"per", "sender"}, {"within", "999d"}});
  return sdk::Value::map({{"per", "sender"}, {"last", rule.last}, {"within", "999d"}});
}

pipeline::ReadyRule ready_rule(const LetterRule& rule, std::size_t number) {
  const auto filter =
      rule.kind == Kind::kOlder
          ? testing::with_nature(
                testing::Nature::kAge,
                testing::number_test(testing::Op::kBefore, "received_at", received_ms(rule.minute)),
                "older")
      : rule.kind == Kind::kFlagged
          ? testing::with_nature(
                testing::Nature::kOther,
                testing::number_test(testing::Op::kFlagSet, "flags",
                                     static_cast<std::int64_t>(mail::find_flag(rule.word))),
                "flagged")
      : rule.kind == Kind::kPlaced ? testing::in_location(rule.word)
                                   : testing::everything();
  auto made = testing::rule("r" + std::to_string(number), {rule.action}, filter);
  made.rule.scope = plan::scope_of(testing::everything(), made.rule.actions);
  made.rule.whole_thread = false;
  if (rule.kind == Kind::kDuplicate)
    return rules_builtin::ready_rule("duplicate", sdk::Value::map(), std::move(made));
  if (rule.kind == Kind::kRetain)
    return rules_builtin::ready_rule("retain", retention_of(rule), std::move(made));
  return pipeline::ready(std::move(made));
}

plan::Plan plan_of(const LetterCase& letters) {
  pipeline::RuleProgram program;
  for (std::size_t i = 0; i < letters.rules.size(); ++i)
    program.rules.push_back(ready_rule(letters.rules[i], i));
  const plugin::Batch batch = table_of(letters.mailbox).batch();
  auto matched = pipeline::match(program, std::span(&batch, 1));
  EXPECT_TRUE(matched.degradations.empty());
  return std::move(matched.plan);
}

std::vector<std::string> places(const LetterCase& letters, const plan::Plan& plan) {
  std::vector<std::string> places;
  for (const auto& letter : letters.mailbox) places.push_back(letter.location);
  for (const auto& change : plan.changes)
    for (std::size_t i = 0; i < letters.mailbox.size(); ++i)
      if (letters.mailbox[i].id == change.id)
        places[i] = mail::to_text(change.actions.front().action);
  return places;
}

std::set<int> contents_left(const LetterCase& letters, const std::vector<std::string>& places) {
  std::set<int> left;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i] != "trash" && places[i] != "spam") left.insert(letters.mailbox[i].content);
  return left;
}

LetterCase without_duplicate(LetterCase letters) {
  std::erase_if(letters.rules, [](const auto& rule) { return rule.kind == Kind::kDuplicate; });
  return letters;
}

// With one rule that goes by copies the order of decisions is plain; of two undated copies which one
// goes is the plugin's affair.
bool is_simple(const LetterCase& letters) {
  std::set<int> undated;
  for (const auto& letter : letters.mailbox)
    if (!letter.minute && !undated.insert(letter.content).second) return false;
  return std::count_if(letters.rules.begin(), letters.rules.end(),
                       [](const auto& rule) { return rule.kind == Kind::kDuplicate; }) < 2;
}

TEST(EveryLetter, goes_where_a_second_implementation_sends_it) {
  int moved = 0, checked = 0;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    const auto letters = make_letters(seed);
    if (!is_simple(letters)) continue;
    ++checked;
    const auto plan = plan_of(letters);
    moved += static_cast<int>(plan.totals.changes);
    ASSERT_EQ(places(letters, plan), naive_places(letters)) << "seed " << seed << "\n"
                                                            << to_text(letters);
  }
  EXPECT_GT(checked, 1000);
  EXPECT_GT(moved, 1000);
}

// What is lost with `duplicate` in a policy is lost without it too, whatever the other rules are.
TEST(EveryLetter, is_lost_by_no_rule_that_goes_by_copies) {
  int saved = 0;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    const auto letters = make_letters(seed);
    const auto plan = plan_of(letters);
    const auto others = without_duplicate(letters);
    const auto left = contents_left(letters, places(letters, plan));
    for (const int content : contents_left(others, places(others, plan_of(others))))
      ASSERT_TRUE(left.contains(content)) << "seed " << seed << "\n" << to_text(letters);
    for (const auto& tally : plan.guards)
      if (tally.guard == plan::Guard::kLastCopy) ++saved;
  }
  EXPECT_GT(saved, 20);
}

TEST(EveryLetter, is_counted_once_for_each_rule_that_selects_it) {
  for (std::uint32_t seed = 0; seed < kCases; ++seed)
    for (const auto& rule : plan_of(make_letters(seed)).rules)
      ASSERT_EQ(rule.matched, rule.changes + rule.guarded + rule.shadowed + rule.already)
          << "seed " << seed;
}

TEST(EveryLetter, that_is_guarded_stays) {
  for (std::uint32_t seed = 0; seed < kCases; ++seed)
    for (const auto& change : plan_of(make_letters(seed)).changes) {
      ASSERT_TRUE(change.received_at_ms) << "seed " << seed;
      ASSERT_FALSE(change.prior.flags & MAILCOMB_FLAG_STARRED) << "seed " << seed;
      if (change.actions.front().action.kind == mail::Action::Kind::kTrash) {
        ASSERT_FALSE(change.prior.flags & MAILCOMB_FLAG_REPLIED) << "seed " << seed;
      }
    }
}

// `in: archive` reads what `archive` writes. A rule that compares messages reads which ones are there: if
// it spares what another rule would trash, it may not do so once its group has become smaller; and
// `retain` goes by the newest copy of a message, which may be one that `duplicate` trashes.
bool reads_what_it_writes(const LetterCase& letters) {
  const auto has = [&](auto condition) {
    return std::any_of(letters.rules.begin(), letters.rules.end(), condition);
  };
  const auto trashes = [](const auto& rule) { return rule.action == "trash"; };
  const auto compares_and_spares = [](const auto& rule) {
    const bool compares = rule.kind == Kind::kDuplicate || rule.kind == Kind::kRetain;
    return compares && rule.action != "trash";
  };
  if (has(compares_and_spares) && has(trashes)) return true;
  if (has([](const auto& rule) { return rule.kind == Kind::kRetain; }) &&
      has([](const auto& rule) { return rule.kind == Kind::kDuplicate; }))
    return true;
  return has([](const auto& rule) { return rule.kind == Kind::kPlaced; }) &&
         has([](const auto& rule) { return rule.action == "archive"; });
}

TEST(EveryLetter, has_nothing_to_do_once_the_plan_is_applied) {
  int checked = 0;
  for (std::uint32_t seed = 0; seed < kCases; ++seed) {
    auto letters = make_letters(seed);
    if (reads_what_it_writes(letters)) continue;
    const auto plan = plan_of(letters);
    if (plan.changes.empty()) continue;
    ++checked;
    const auto after = places(letters, plan);
    for (std::size_t i = 0; i < after.size(); ++i) letters.mailbox[i].location = after[i];
    ASSERT_EQ(testing::changes_text(plan_of(letters)), "") << "seed " << seed << "\n"
                                                           << to_text(letters);
  }
  EXPECT_GT(checked, 500);
}

}  // namespace
}  // namespace mailcomb::property
