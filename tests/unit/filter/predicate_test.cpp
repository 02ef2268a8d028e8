// SPDX-License-Identifier: Apache-2.0
// Every predicate with a message it matches, one it does not match, and one of which it cannot
// know.
#include <gtest/gtest.h>

#include "support/filters.hpp"

namespace mailcomb::testing {
namespace {

using filter::Truth;
using Describe = void (*)(TestMessage&);

struct Case {
  const char* name;
  Predicate predicate;
  Describe matching;
  Describe other;
};

void PrintTo(const Case& tested, std::ostream* out) { *out << tested.name; }

class EveryPredicate : public ::testing::TestWithParam<Case> {
 protected:
  Truth truth(const plugin::Batch& batch) const {
    return truth_of(Expression::leaf(GetParam().predicate), batch);
  }
};

TEST_P(EveryPredicate, is_true_of_what_it_means) {
  EXPECT_EQ(truth(batch_of(GetParam().matching)), Truth::kTrue);
}

TEST_P(EveryPredicate, is_false_of_the_rest) {
  EXPECT_EQ(truth(batch_of(GetParam().other)), Truth::kFalse);
}

TEST_P(EveryPredicate, is_unknown_where_the_message_could_not_be_read) {
  const auto batch = batch_of([&](TestMessage& message) {
    GetParam().matching(message);
    message.unknown(GetParam().predicate.column);
  });
  EXPECT_EQ(truth(batch), Truth::kUnknown);
}

TEST_P(EveryPredicate, is_unknown_where_the_provider_lacks_the_column) {
  MessageTable table;
  GetParam().matching(table.add("m1"));
  // Something stands in for these: tested apart.
  for (const char* replaced : {"category", "importance", "labels"})
    if (GetParam().predicate.column == replaced) return;
  EXPECT_EQ(truth(table.without(GetParam().predicate.column).batch()), Truth::kUnknown);
}

const Case kCases[] = {
    {"contains_in_text", text_test(Op::kContains, "subject", "invoice"),
     [](TestMessage& m) { m.subject("Your INVOICE 7"); },
     [](TestMessage& m) { m.subject("Your receipt"); }},
    {"contains_in_list", text_test(Op::kContains, "header:list-id", "News"),
     [](TestMessage& m) { m.header("list-id", "<a>").header("list-id", "<the-news>"); },
     [](TestMessage& m) { m.header("list-id", "<a>"); }},
    {"contains_in_addresses", text_test(Op::kContains, "to", "@example"),
     [](TestMessage& m) { m.to("x@y.z").to("Ann <ann@Example.org>"); },
     [](TestMessage& m) { m.to("@example <x@y.z>"); }},
    {"matches_text", text_test(Op::kMatches, "subject", "^Re: .*[0-9]$"),
     [](TestMessage& m) { m.subject("Re: order 7"); },
     [](TestMessage& m) { m.subject("re: order 7"); }},
    {"matches_names", text_test(Op::kMatches, "from", "^Ann "),
     [](TestMessage& m) { m.from("Ann Other <x@y.z>"); },
     [](TestMessage& m) { m.from("Joann Other <x@y.z>"); }},
    {"equals_in_list", text_test(Op::kEquals, "labels", "work"),
     [](TestMessage& m) { m.label("Home").label("Work"); },
     [](TestMessage& m) { m.label("Workshop"); }},
    {"equals_without_white_space", text_test(Op::kEquals, "header:precedence", "bulk"),
     [](TestMessage& m) { m.header("precedence", " Bulk\t"); },
     [](TestMessage& m) { m.header("precedence", "bulky"); }},
    {"equals_category", text_test(Op::kEquals, "category", "promotions"),
     [](TestMessage& m) { m.category("promotions"); },
     [](TestMessage& m) { m.category("primary"); }},
    {"equals_location", text_test(Op::kEquals, "location", "archive"),
     [](TestMessage& m) { m.in(mail::Location::kArchive); }, [](TestMessage&) {}},
    {"address", text_test(Op::kAddress, "from", "Ann@Example.org"),
     [](TestMessage& m) { m.from("x@y.z").from("Ann <ann@example.ORG>"); },
     [](TestMessage& m) { m.from("joann@example.org"); }},
    {"domain", text_test(Op::kDomain, "from", "example.org"),
     [](TestMessage& m) { m.from("ann@EXAMPLE.org"); },
     [](TestMessage& m) { m.from("ann@mail.example.org"); }},
    {"within_domain", text_test(Op::kWithinDomain, "from", "example.org"),
     [](TestMessage& m) { m.from("ann@mail.example.org"); },
     [](TestMessage& m) { m.from("ann@badexample.org"); }},
    {"present", text_test(Op::kPresent, "header:list-unsubscribe", ""),
     [](TestMessage& m) { m.header("list-unsubscribe", ""); }, [](TestMessage&) {}},
    {"before", number_test(Op::kBefore, "received_at", days_ago_ms(30)),
     [](TestMessage& m) { m.received_ms(days_ago_ms(30) - 1); },
     [](TestMessage& m) { m.days_old(30); }},
    {"is_letter_by_letter", text_test(Op::kIs, "thread", "18c2F"),
     [](TestMessage& m) { m.thread("18c2F"); }, [](TestMessage& m) { m.thread("18c2f"); }},
    {"equals_importance", text_test(Op::kEquals, "importance", "low"),
     [](TestMessage& m) { m.importance("low"); }, [](TestMessage& m) { m.importance("high"); }},
    {"attachments", number_test(Op::kFrom, "attachments", 1),
     [](TestMessage& m) { m.attachments(2); }, [](TestMessage& m) { m.attachments(0); }},
    {"below", number_test(Op::kBefore, "size_bytes", 5000), [](TestMessage& m) { m.size(4999); },
     [](TestMessage& m) { m.size(5000); }},
    {"from", number_test(Op::kFrom, "size_bytes", 5000), [](TestMessage& m) { m.size(5000); },
     [](TestMessage& m) { m.size(4999); }},
    {"flag_set", number_test(Op::kFlagSet, "flags", MAILCOMB_FLAG_STARRED | MAILCOMB_FLAG_DRAFT),
     [](TestMessage& m) { m.starred().unread(); }, [](TestMessage& m) { m.unread(); }},
    {"flag_clear", number_test(Op::kFlagClear, "flags", MAILCOMB_FLAG_UNREAD),
     [](TestMessage& m) { m.starred(); }, [](TestMessage& m) { m.starred().unread(); }},
    {"user_label", text_test(Op::kUserLabel, "labels", ""), [](TestMessage& m) { m.label("Work"); },
     [](TestMessage& m) { m.in(mail::Location::kOther); }},
};

INSTANTIATE_TEST_SUITE_P(Filter, EveryPredicate, ::testing::ValuesIn(kCases),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(Predicate, of_an_age_is_inclusive_to_the_millisecond) {
  const auto old = [](std::int64_t ms) {
    return truth_of(older_than(30), batch_of([&](TestMessage& m) { m.received_ms(ms); }));
  };
  EXPECT_EQ(old(days_ago_ms(30)), Truth::kTrue);
  EXPECT_EQ(old(days_ago_ms(30) + 1), Truth::kFalse);
}

TEST(Predicate, of_anywhere_is_always_true) {
  EXPECT_EQ(truth_of(anywhere(), batch_of([](TestMessage& m) { m.unknown("location"); })),
            Truth::kTrue);
}

TEST(Predicate, of_an_address_list_that_is_empty_is_false) {
  EXPECT_EQ(truth_of(Expression::leaf(text_test(Op::kContains, "cc", "a")),
                     batch_of([](TestMessage&) {})),
            Truth::kFalse);
}

// Where a provider has no labels, a person sorts by folders.
TEST(Predicate, of_a_user_label_looks_at_the_folder_where_there_are_no_labels) {
  const auto has_label = [](auto describe) {
    MessageTable table;
    describe(table.add("m1"));
    return truth_of(Expression::leaf(text_test(Op::kUserLabel, "labels", "")),
                    table.without("labels").batch());
  };
  EXPECT_EQ(has_label([](TestMessage& m) { m.in(mail::Location::kOther); }), Truth::kTrue);
  EXPECT_EQ(has_label([](TestMessage&) {}), Truth::kFalse);
  EXPECT_EQ(has_label([](TestMessage& m) { m.unknown("location"); }), Truth::kUnknown);
}

}  // namespace
}  // namespace mailcomb::testing
