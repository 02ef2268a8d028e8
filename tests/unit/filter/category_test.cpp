// SPDX-License-Identifier: Apache-2.0
// Derived categories: the first of the rules in category.hpp that matches.
#include "filter/category.hpp"

#include <gtest/gtest.h>

#include "filter/evaluator.hpp"
#include "support/message_table.hpp"

namespace mailcomb::testing {
namespace {

template <class Describe>
std::string category(Describe describe) {
  const auto batch = batch_of(describe);
  return std::string(filter::derive_category(batch.row(0)).value_or("unknown"));
}

TEST(Category, is_forums_where_people_may_post) {
  EXPECT_EQ(category([](TestMessage& m) { m.header("list-post", "<mailto:l@example.org>"); }),
            "forums");
  for (const char* no : {"NO", "no", " NO ", "NO (posting not allowed on this list)", "no;x"})
    EXPECT_EQ(category([&](TestMessage& m) { m.header("list-post", no); }), "primary") << no;
  EXPECT_EQ(category([](TestMessage& m) { m.header("list-post", "nobody@example.org"); }),
            "forums");
}

TEST(Category, is_social_by_the_domain_of_a_sender) {
  for (const char* from :
       {"x@facebookmail.com", "x@e.LinkedIn.com", "A <x@twitter.com>", "x@x.com",
        "x@mail.instagram.com", "x@pinterest.com", "x@tiktok.com", "x@reddit.com", "x@nextdoor.com",
        "x@meetup.com", "x@quora.com", "x@youtube.com"})
    EXPECT_EQ(category([&](TestMessage& m) { m.from("ann@example.org").from(from); }), "social")
        << from;
  for (const char* from : {"x@notx.com", "x@x.com.example", "x.com@example.org"})
    EXPECT_EQ(category([&](TestMessage& m) { m.from(from); }), "primary") << from;
}

TEST(Category, is_promotions_where_one_can_unsubscribe_or_it_is_bulk) {
  EXPECT_EQ(category([](TestMessage& m) { m.header("list-unsubscribe", "<u>"); }), "promotions");
  EXPECT_EQ(category([](TestMessage& m) { m.header("precedence", " Bulk"); }), "promotions");
  EXPECT_EQ(category([](TestMessage& m) { m.header("precedence", "list"); }), "primary");
}

TEST(Category, is_updates_where_no_person_wrote) {
  EXPECT_EQ(category([](TestMessage& m) { m.header("auto-submitted", "auto-generated; x"); }),
            "updates");
  EXPECT_EQ(category([](TestMessage& m) { m.header("auto-submitted", "No (really)"); }), "primary");
  for (const char* from :
       {"no-reply@example.org", "NoReply@example.org", "bank-noreply@example.org",
        "do-not-reply@example.org", "donotreply@example.org"})
    EXPECT_EQ(category([&](TestMessage& m) { m.from(from); }), "updates") << from;
  EXPECT_EQ(category([](TestMessage& m) { m.from("ann@noreply.example"); }), "primary");
}

TEST(Category, is_the_first_that_fits) {
  TestMessage all("m1");
  all.header("list-post", "<l>").from("no-reply@x.com").header("list-unsubscribe", "<u>");
  all.header("auto-submitted", "auto-replied");
  EXPECT_EQ(category([&](TestMessage& m) { m = all; }), "forums");
  const auto without_post = [](TestMessage& m) {
    m.from("no-reply@x.com").header("list-unsubscribe", "<u>");
  };
  EXPECT_EQ(category(without_post), "social");
  const auto bulk = [](TestMessage& m) {
    m.from("no-reply@example.org").header("precedence", "bulk");
  };
  EXPECT_EQ(category(bulk), "promotions");
}

TEST(Category, is_unknown_if_any_evidence_could_not_be_read) {
  for (const auto column : filter::kCategoryEvidence)
    EXPECT_EQ(category([&](TestMessage& m) {
                m.header("list-post", "<l>").unknown(std::string(column));
              }),
              "unknown")
        << column;
}

TEST(Category, of_the_provider_is_believed) {
  MessageTable table;
  table.add("m1").header("list-post", "<l>").category("updates");
  table.add("m2").header("list-post", "<l>").unknown("category");
  const auto batch = table.batch();
  EXPECT_EQ(filter::Message(&batch.abi(), 0).category(), "updates");
  EXPECT_FALSE(filter::Message(&batch.abi(), 1).category());
  const auto derived = table.without("category").batch();
  EXPECT_EQ(filter::Message(&derived.abi(), 0).category(), "forums");
}

}  // namespace
}  // namespace mailcomb::testing
