// SPDX-License-Identifier: Apache-2.0
// Derived importance: the first of the rules in importance.hpp that matches.
#include "filter/importance.hpp"

#include <gtest/gtest.h>

#include "filter/evaluator.hpp"
#include "support/message_table.hpp"

namespace mailcomb::testing {
namespace {

template <class Describe>
std::string importance(Describe describe) {
  const auto batch = batch_of(describe);
  return std::string(filter::derive_importance(batch.row(0)).value_or("unknown"));
}

std::string by_header(const std::string& name, const std::string& value) {
  return importance([&](TestMessage& m) { m.header(name, value); });
}

TEST(Importance, is_spam_where_it_was_found_to_be) {
  EXPECT_EQ(importance([](TestMessage& m) { m.in(mail::Location::kSpam); }), "spam");
  EXPECT_EQ(by_header("x-spam-flag", "YES"), "spam");
  EXPECT_EQ(by_header("x-spam-flag", "NO"), "medium");
}

TEST(Importance, is_critical_by_a_star_or_a_mark) {
  EXPECT_EQ(importance([](TestMessage& m) { m.starred(); }), "critical");
  EXPECT_EQ(importance([](TestMessage& m) { m.important(); }), "critical");
  EXPECT_EQ(importance([](TestMessage& m) { m.unread().draft(); }), "medium");
}

TEST(Importance, is_high_by_a_reply_or_the_sender_s_word) {
  EXPECT_EQ(importance([](TestMessage& m) { m.replied(); }), "high");
  for (const char* urgent : {"1", " 2 ", "1 (Highest)"})
    EXPECT_EQ(by_header("x-priority", urgent), "high") << urgent;
  EXPECT_EQ(by_header("importance", "High"), "high");
  for (const char* usual : {"3", "12", "10 (sic)", ""})
    EXPECT_EQ(by_header("x-priority", usual), "medium") << usual;
  EXPECT_EQ(by_header("importance", "Normal"), "medium");
}

TEST(Importance, is_low_for_what_went_to_many) {
  EXPECT_EQ(by_header("list-id", "<a>"), "low");
  EXPECT_EQ(by_header("list-unsubscribe", "<u>"), "low");
  for (const char* many : {"bulk", "List", "junk"}) EXPECT_EQ(by_header("precedence", many), "low");
  EXPECT_EQ(by_header("precedence", "first-class"), "medium");
  for (const char* idle : {"4", "5 (Lowest)"}) EXPECT_EQ(by_header("x-priority", idle), "low");
  EXPECT_EQ(by_header("importance", "low"), "low");
}

// No sender of bulk mail makes it important by saying so.
TEST(Importance, is_the_first_that_fits) {
  const auto bulk = [](TestMessage& m) { m.header("x-priority", "1").header("list-id", "<a>"); };
  EXPECT_EQ(importance(bulk), "low");
  EXPECT_EQ(importance([&](TestMessage& m) {
              bulk(m);
              m.replied();
            }),
            "high");
  EXPECT_EQ(importance([&](TestMessage& m) {
              bulk(m);
              m.replied().starred();
            }),
            "critical");
  EXPECT_EQ(importance([&](TestMessage& m) { m.starred().in(mail::Location::kSpam); }), "spam");
}

TEST(Importance, is_unknown_if_any_evidence_could_not_be_read) {
  for (const auto column : filter::kImportanceEvidence)
    EXPECT_EQ(importance([&](TestMessage& m) {
                m.in(mail::Location::kSpam).unknown(std::string(column));
              }),
              "unknown")
        << column;
}

TEST(Importance, of_the_provider_is_believed) {
  MessageTable table;
  table.add("m1").starred().importance("low");
  table.add("m2").starred().unknown("importance");
  const auto batch = table.batch();
  EXPECT_EQ(filter::Message(&batch.abi(), 0).importance(), "low");
  EXPECT_FALSE(filter::Message(&batch.abi(), 1).importance());
  const auto derived = table.without("importance").batch();
  EXPECT_EQ(filter::Message(&derived.abi(), 0).importance(), "critical");
}

}  // namespace
}  // namespace mailcomb::testing
