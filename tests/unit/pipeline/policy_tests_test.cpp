// SPDX-License-Identifier: Apache-2.0
// Tests of policies: what they see of a mailbox, and what they say of one that does not fit.
#include "pipeline/policy_tests.hpp"

#include <gmock/gmock.h>

#include "pipeline/coverage.hpp"
#include "pipeline/given_mailbox.hpp"
#include "tested_policy.hpp"

namespace mailcomb::pipeline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kRules = R"(
version: 1
name: p
rules:
  - {name: old, match: {older_than: 90d}, then: trash}
  - {name: offers, match: {category: promotions, subject: offer}, then: [archive, mark_read]}
  - {name: dated, match: {received_before: 2002-12-01, from: "@a.example"}, then: {label: Old}}
  - {name: later, enabled: false, match: {is: unread}, then: star}
tests:
)";

std::vector<std::string> complaints(const std::string& test) {
  const auto results = run(kRules + ("  - {name: t, " + test + "}\n"));
  EXPECT_TRUE(results) << testing::to_texts(results.error());
  return results ? results->at(0).complaints : std::vector<std::string>{"invalid"};
}

std::string refused(const std::string& test) {
  const auto results = run(kRules + ("  - {name: t, " + test + "}\n"));
  return results ? "" : testing::to_texts(results.error());
}

TEST(PolicyTests, pass_when_everything_is_as_expected) {
  for (const auto* test :
       {"given: {age: 90d}, expect: {actions: trash, rule: old, reason: 'older_than: 90d'}",
        "given: {age: 89d 23h 59min 59s 999ms}, expect: {actions: []}",
        "given: {category: promotions, subject: an offer}, expect: {actions: archive}",
        "given: {category: promotions, subject: offer, flags: unread}, expect: {actions: "
        "[mark_read, "
        "archive], rule: offers}",
        "given: {age: 900d, flags: starred}, expect: {actions: [], guard: starred}",
        "given: {age: 900d, flags: [starred, replied]}, expect: {actions: [], guard: [starred, "
        "replied], rule: old}",
        "given: {age: 900d, in: trash}, expect: {actions: []}",
        "given: [{age: 900d, thread: a}, {age: 1d, thread: a}], expect: {actions: [], guard: "
        "thread}",
        "given: [{age: 900d}, {age: 1d}], expect: {actions: trash}",
        "now: 2002-11-30T23:59:59Z, given: {from: x@a.example}, expect: {actions: {label: Old}}",
        "now: 2002-12-01, given: {from: x@a.example}, expect: {actions: []}"})
    EXPECT_THAT(complaints(test), IsEmpty()) << test;
}

TEST(PolicyTests, tie_conversations_together_by_headers_too) {
  EXPECT_THAT(complaints("given: [{age: 900d, headers: {Message-ID: <1@a>}}, "
                         "{age: 1d, headers: {In-Reply-To: <1@a>}}], "
                         "expect: {actions: [], guard: thread}"),
              IsEmpty());
}

TEST(PolicyTests, derive_a_category_that_nobody_says) {
  const std::string offer = "subject: offer, headers: {List-Unsubscribe: <u>}";
  EXPECT_THAT(complaints("given: {" + offer +
                         ", flags: unread}, expect: {actions: [archive, "
                         "mark_read], reason: 'category: promotions (derived)'}"),
              IsEmpty());
  EXPECT_THAT(complaints("given: [{" + offer + "}, {category: social}], expect: {actions: []}"),
              IsEmpty());
}

TEST(PolicyTests, complain_about_what_is_otherwise) {
  EXPECT_THAT(complaints("given: {age: 1d}, expect: {actions: trash}"),
              ElementsAre("expected trash; it would be nothing"));
  EXPECT_THAT(complaints("given: {category: promotions, subject: offer, flags: unread}, "
                         "expect: {actions: archive}"),
              ElementsAre("expected archive; it would be archive, mark_read"));
  EXPECT_THAT(
      complaints("given: {age: 900d, flags: replied}, expect: {actions: [], guard: starred}"),
      ElementsAre("expected guard starred to keep it; guards that do: replied"));
  EXPECT_THAT(complaints("given: {age: 90d}, expect: {actions: trash, guard: starred}"),
              ElementsAre("expected guard starred to keep it; guards that do: none"));
  EXPECT_THAT(complaints("given: {age: 90d}, expect: {actions: trash, rule: offers}"),
              ElementsAre("expected rule offers to match; it does not"));
  EXPECT_THAT(complaints("given: {age: 90d, category: promotions, subject: offer}, "
                         "expect: {actions: trash, rule: offers}"),
              ElementsAre("expected rule offers to act; it is shadowed"));
  EXPECT_THAT(complaints("given: {age: 90d}, expect: {actions: trash, reason: subject}"),
              ElementsAre("expected the reason 'subject'; it is 'older_than: 90d'"));
  EXPECT_THAT(complaints("given: {age: 1d}, expect: {actions: [], reason: subject}"),
              ElementsAre("expected the reason 'subject'; no rule matches"));
}

TEST(PolicyTests, know_every_predicate_that_was_looked_at) {
  const auto results = run(kRules + std::string("  - {name: t, given: {age: 1d}, expect: {actions: "
                                                "trash}}\n"));
  ASSERT_TRUE(results);
  const auto& finding = results->at(0).explanation.rules.at(0).finding;
  EXPECT_EQ(finding.source, "older_than: 90d");
  EXPECT_EQ(finding.seen, "2024-12-31T00:00:00Z");
}

TEST(PolicyTests, name_rules_and_guards_that_there_are) {
  EXPECT_EQ(refused("given: {}, expect: {actions: [], rule: ofers}"),
            "p.yaml:10:54: test 't': there is no rule 'ofers'\n"
            "    - {name: t, given: {}, expect: {actions: [], rule: ofers}}\n"
            "                                                       ^\n"
            "  hint: did you mean 'offers'?\n");
  EXPECT_EQ(refused("given: {}, expect: {actions: [], rule: later}"),
            "p.yaml:10:54: test 't': rule 'later' is disabled\n"
            "    - {name: t, given: {}, expect: {actions: [], rule: later}}\n"
            "                                                       ^\n"
            "  hint: enable the rule, or take the test away\n");
  EXPECT_EQ(refused("given: {}, expect: {actions: [], guard: stared}"),
            "p.yaml:10:55: test 't': there is no guard 'stared'\n"
            "    - {name: t, given: {}, expect: {actions: [], guard: stared}}\n"
            "                                                        ^\n"
            "  hint: did you mean 'starred'?\n");
}

// "old 1, offers 0; starred 1, …"
std::string coverage_text(const std::string& tests) {
  const auto text = kRules + tests;
  const auto now = *parse_rfc3339(policy::kTestsNow);
  const auto results = run(text);
  const auto mailbox = open_given_mailbox({});
  if (!results || !mailbox) return "invalid";
  const auto coverage = cover(program_of(parse(text, now), mailbox->description()), now, *results);
  std::string shown;
  for (const auto* entries : {&coverage.rules, &coverage.guards})
    for (const auto& entry : *entries)
      shown += entry.name + " " + std::to_string(entry.tests) + ", ";
  return shown;
}

TEST(PolicyCoverage, counts_what_tests_reach_of_what_they_can) {
  // Rules with an age never see what has no date; none looks at sent mail.
  EXPECT_EQ(
      coverage_text("  - {name: a, given: {age: 90d}, expect: {actions: trash}}\n"
                    "  - {name: b, given: {age: 90d, flags: starred}, expect: {actions: []}}\n"),
      "old 1, offers 0, dated 0, starred 1, important 0, draft 0, unknown_date 0, future_date "
      "0, replied 0, user_label 0, thread 0, ");
}

}  // namespace
}  // namespace mailcomb::pipeline
