// SPDX-License-Identifier: Apache-2.0
// What each key of the language becomes.
#include "filter/language.hpp"

#include <gtest/gtest.h>

#include "mailcomb/abi/column.h"
#include "unit/filter/parsed.hpp"

namespace mailcomb::filter {
namespace {

using testing::kNow;
using testing::parsed;
using Kind = Expression::Kind;
using Is = Predicate::Test;

Predicate leaf(const std::string& text) {
  const auto expression = parsed(text);
  EXPECT_EQ(expression.kind, Kind::kPredicate) << text;
  return expression.predicate;
}

void expect_text(const std::string& text, Is test, const std::string& column,
                 const std::string& value) {
  const auto predicate = leaf(text);
  EXPECT_EQ(predicate.test, test) << text;
  EXPECT_EQ(predicate.column, column) << text;
  EXPECT_EQ(predicate.text, value) << text;
  EXPECT_EQ(predicate.source, text);
}

TEST(Language, addresses) {
  expect_text("from: a.b+c@x.example", Is::kAddress, "from", "a.b+c@x.example");
  expect_text("to: \"@x.example\"", Is::kDomain, "to", "x.example");
  expect_text("cc: a@x.example", Is::kAddress, "cc", "a@x.example");
  expect_text("sender_domain: x.example", Is::kWithinDomain, "from", "x.example");
}

TEST(Language, texts) {
  expect_text("subject: 50% off", Is::kContains, "subject", "50% off");
  expect_text("list_id: news.example", Is::kContains, "header:list-id", "news.example");
  expect_text("label: Receipts", Is::kEquals, "labels", "Receipts");
  expect_text("category: promotions", Is::kEquals, "category", "promotions");
}

TEST(Language, regular_expressions_ignore_case) {
  for (const std::string key : {"from", "to", "cc", "subject"}) {
    const auto predicate = leaf(key + ": {regex: '^sale[0-9]+é'}");
    EXPECT_EQ(predicate.test, Is::kMatches);
    EXPECT_EQ(predicate.column, key);
    EXPECT_TRUE(re2::RE2::PartialMatch("SALE12É now", *predicate.regex));
    EXPECT_FALSE(re2::RE2::PartialMatch("a sale12é", *predicate.regex));
  }
}

TEST(Language, an_age_is_inclusive) {
  const auto older = leaf("older_than: 30d");
  const auto newer = leaf("newer_than: 30d");
  const auto edge = to_unix_ms(kNow) - std::int64_t{30} * 86'400'000;
  EXPECT_EQ(older.test, Is::kBefore);
  EXPECT_EQ(older.column, "received_at");
  EXPECT_EQ(older.number, edge + 1);
  EXPECT_EQ(older.nature, Nature::kAge);
  EXPECT_EQ(newer.test, Is::kFrom);
  EXPECT_EQ(newer.number, older.number);
  EXPECT_EQ(leaf("older_than: 1y").number, leaf("older_than: 365d").number);
}

TEST(Language, received_dates_begin_at_midnight_utc) {
  const auto before = leaf("received_before: 2002-03-31");
  EXPECT_EQ(before.test, Is::kBefore);
  EXPECT_EQ(before.number, to_unix_ms(*parse_rfc3339("2002-03-31T00:00:00Z")));
  EXPECT_EQ(before.nature, Nature::kAge);
  const auto after = leaf("received_after: 2002-03-31T02:30:00+02:00");
  EXPECT_EQ(after.test, Is::kFrom);
  EXPECT_EQ(after.number, to_unix_ms(*parse_rfc3339("2002-03-31T00:30:00Z")));
}

// The edge belongs to the larger ones, as that of an age belongs to the older ones.
TEST(Language, a_size_is_inclusive) {
  const auto larger = leaf("larger_than: 5MiB");
  const auto smaller = leaf("smaller_than: 5MiB");
  EXPECT_EQ(larger.test, Is::kFrom);
  EXPECT_EQ(larger.column, "size_bytes");
  EXPECT_EQ(larger.number, 5 * 1024 * 1024);
  EXPECT_EQ(larger.nature, Nature::kOther);
  EXPECT_EQ(larger.source, "larger_than: 5MiB");
  EXPECT_EQ(smaller.test, Is::kBefore);
  EXPECT_EQ(smaller.number, larger.number);
}

TEST(Language, an_attachment_is_one_or_more) {
  const auto predicate = leaf("has: attachment");
  EXPECT_EQ(predicate.test, Is::kFrom);
  EXPECT_EQ(predicate.column, "attachments");
  EXPECT_EQ(predicate.number, 1);
  EXPECT_EQ(predicate.source, "has: attachment");
}

TEST(Language, importance_and_thread) {
  for (const std::string word : {"critical", "high", "medium", "low", "spam"}) {
    expect_text("importance: " + word, Is::kEquals, "importance", word);
    EXPECT_EQ(leaf("importance: " + word).nature, Nature::kImportance);
  }
  expect_text("thread: 18c2f0A", Is::kIs, "thread", "18c2f0A");
}

TEST(Language, flags) {
  const std::pair<std::string, std::uint64_t> flags[] = {{"unread", MAILCOMB_FLAG_UNREAD},
                                                         {"starred", MAILCOMB_FLAG_STARRED},
                                                         {"important", MAILCOMB_FLAG_IMPORTANT},
                                                         {"replied", MAILCOMB_FLAG_REPLIED}};
  for (const auto& [name, bit] : flags) {
    const auto predicate = leaf("is: " + name);
    EXPECT_EQ(predicate.test, Is::kFlagSet);
    EXPECT_EQ(predicate.column, "flags");
    EXPECT_EQ(predicate.number, static_cast<std::int64_t>(bit));
    EXPECT_EQ(predicate.nature, name == "unread" ? Nature::kReadState : Nature::kOther);
  }
  const auto read = leaf("is: read");
  EXPECT_EQ(read.test, Is::kFlagClear);
  EXPECT_EQ(read.number, static_cast<std::int64_t>(MAILCOMB_FLAG_UNREAD));
  EXPECT_EQ(read.nature, Nature::kReadState);
}

TEST(Language, a_draft_has_the_flag_or_lies_in_drafts) {
  const auto draft = parsed("is: draft");
  ASSERT_EQ(draft.kind, Kind::kAny);
  EXPECT_EQ(draft.of[0].predicate.number, static_cast<std::int64_t>(MAILCOMB_FLAG_DRAFT));
  EXPECT_EQ(draft.of[1].predicate.column, "location");
  EXPECT_EQ(draft.of[1].predicate.text, "drafts");
  EXPECT_EQ(draft.of[1].predicate.nature, Nature::kPlace);
}

TEST(Language, places) {
  for (const std::string place : {"inbox", "archive", "sent", "drafts", "trash", "spam"}) {
    expect_text("in: " + place, Is::kEquals, "location", place);
    EXPECT_EQ(leaf("in: " + place).nature, Nature::kPlace);
  }
  expect_text("in: anywhere", Is::kTrue, "", "");
  expect_text("is: sent", Is::kEquals, "location", "sent");
}

TEST(Language, headers) {
  expect_text("header: X-Loop", Is::kPresent, "header:x-loop", "");
  expect_text("has: list-unsubscribe", Is::kPresent, "header:list-unsubscribe", "");
  expect_text("has: user-label", Is::kUserLabel, "labels", "");
  expect_text("header: {name: Precedence, is: bulk}", Is::kEquals, "header:precedence", "bulk");
  expect_text("header: {name: X-A, contains: b}", Is::kContains, "header:x-a", "b");
  EXPECT_EQ(leaf("header: {name: X-A, regex: ^b}").regex->pattern(), "^b");
  const auto any = parsed("header: {name: Precedence, in: [bulk, list]}");
  ASSERT_EQ(any.kind, Kind::kAny);
  EXPECT_EQ(any.of[1].predicate.test, Is::kEquals);
  EXPECT_EQ(any.of[1].predicate.source, "header: {name: Precedence, is: list}");
}

TEST(Language, the_operators_of_a_header_are_anded) {
  const auto both = parsed("header: {name: X-A, contains: b, regex: c$}");
  ASSERT_EQ(both.kind, Kind::kAll);
  EXPECT_EQ(both.of.size(), 2u);
}

// The mission's earlier system kept only the first condition of a rule.
TEST(Language, the_keys_of_a_mapping_are_anded) {
  const auto both = parsed("category: promotions\nolder_than: 30d\n");
  ASSERT_EQ(both.kind, Kind::kAll);
  ASSERT_EQ(both.of.size(), 2u);
  EXPECT_EQ(both.of[0].predicate.column, "category");
  EXPECT_EQ(both.of[1].predicate.column, "received_at");
}

TEST(Language, a_list_as_a_value_means_any_of_them) {
  for (const std::string list :
       {"from: [a@b.c, \"@d.e\", {regex: f}]", "to: [a@b.c, d@e.f]", "cc: [a@b.c, d@e.f]",
        "sender_domain: [a.b, c.d]", "subject: [a, {regex: b}]", "category: [social, forums]",
        "importance: [low, spam]", "thread: [a, b]", "label: [a, b]", "in: [inbox, archive]",
        "list_id: [a, b]"}) {
    const auto any = parsed(list);
    EXPECT_EQ(any.kind, Kind::kAny) << list;
    EXPECT_GE(any.of.size(), 2u) << list;
  }
  EXPECT_EQ(parsed("from: [a@b.c]").kind, Kind::kPredicate);
}

TEST(Language, all_any_and_not) {
  const auto all = parsed("all: [{is: unread}, {is: starred}]");
  EXPECT_EQ(all.kind, Kind::kAll);
  const auto any = parsed("any: [{is: unread}, {is: starred, in: inbox}]");
  ASSERT_EQ(any.kind, Kind::kAny);
  EXPECT_EQ(any.of[1].kind, Kind::kAll);
  const auto single = parsed("not: {is: unread}");
  ASSERT_EQ(single.kind, Kind::kNot);
  EXPECT_EQ(single.of[0].kind, Kind::kPredicate);
  const auto both = parsed("not: {is: unread, in: inbox}");
  EXPECT_EQ(both.of[0].kind, Kind::kAll);
  const auto none = parsed("not: [{is: unread}, {in: inbox}]");
  EXPECT_EQ(none.of[0].kind, Kind::kAny);
}

TEST(Language, nothing_selects_everything) { EXPECT_TRUE(parsed("{}").selects_everything()); }

}  // namespace
}  // namespace mailcomb::filter
