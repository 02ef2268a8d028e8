// SPDX-License-Identifier: Apache-2.0
// Rule types that evaluate: they may select, keep, say nothing or fail, and only select is a match.
#include "matching_fixture.hpp"
#include "support/in_process.hpp"

namespace mailcomb::pipeline {
namespace {

using namespace testing;
using filter::Expression;

std::vector<std::string> seen;  // The subjects that evaluate got to see.

struct BySubject {
  explicit BySubject(const sdk::Config&) {}
  std::vector<std::string> columns() const { return {"subject"}; }
  sdk::Verdict evaluate(const sdk::Row& row) const {
    const auto subject = row.text("subject").value_or("");
    seen.emplace_back(subject);
    if (subject == "throw") throw std::runtime_error("no more");
    if (subject == "unset") return sdk::unset();
    if (subject.starts_with("select"))
      return sdk::select(1, static_cast<std::int64_t>(subject.size()));
    return sdk::keep();
  }
};

class VerdictTest : public ::testing::Test {
 protected:
  VerdictTest() { seen.clear(); }
  Matched match(Expression filter = everything()) {
    RuleProgram program;
    program.rules.push_back(ready(rule("r", {"trash"}, std::move(filter))));
    auto made = plugin::Rule::create(component_of(plugin_), sdk::Value::map());
    program.rules[0].evaluation.emplace(std::move(*made),
                                        Projection({"subject"}, std::move(filters_)));
    program.derives_category = derives_category_;
    const plugin::Batch batch = table_.batch();
    return pipeline::match(program, std::span(&batch, 1), {true, {}});
  }
  const sdk::Plugin plugin_{"acme", "1.0.0", [](sdk::Plugin& plugin) {
                              plugin.rule<BySubject>("acme.subject", "By subject")
                                  .reason("kept")
                                  .reason("the subject has {} characters");
                            }};
  MessageTable table_;
  bool derives_category_ = false;
  std::vector<NamedFilter> filters_;
};

TEST_F(VerdictTest, selects_with_its_own_reason) {
  table_.add("m1").subject("select me");
  table_.add("m2").subject("other");
  const auto matched = match();
  EXPECT_EQ(matched.reasons(), "m1: the subject has 9 characters; ");
  EXPECT_TRUE(matched.degradations.empty());
  EXPECT_EQ(matched.plan.rules[0].unknown, 0);
}

TEST_F(VerdictTest, is_asked_for_candidates_only) {
  table_.add("m1").subject("select 1").days_old(5);
  table_.add("m2").subject("select 2").days_old(50);
  table_.add("m3").subject("select 3").in(mail::Location::kTrash);
  EXPECT_EQ(changes_text(match(older_than(30)).plan), "m2: trash; ");
  EXPECT_EQ(seen, std::vector<std::string>{"select 2"});
}

TEST_F(VerdictTest, that_is_missing_keeps_the_message) {
  table_.add("m1").subject("unset");
  table_.add("m2").subject("select");
  table_.add("m3").subject("unset");
  const auto matched = match();
  EXPECT_EQ(changes_text(matched.plan), "m2: trash; ");
  ASSERT_EQ(matched.degradations.size(), 1u);
  EXPECT_EQ(matched.degradations[0].rule, "r");
  EXPECT_EQ(matched.degradations[0].cause, "the rule type gave no verdict");
  EXPECT_EQ(matched.degradations[0].messages, 2);
  EXPECT_EQ(matched.plan.rules[0].unknown, 2);
}

TEST_F(VerdictTest, that_fails_keeps_all_messages_of_the_batch) {
  table_.add("m1").subject("select");
  table_.add("m2").subject("throw");
  const auto matched = match();
  EXPECT_EQ(changes_text(matched.plan), "");
  ASSERT_EQ(matched.degradations.size(), 1u);
  EXPECT_EQ(matched.degradations[0].cause, "rule type 'acme.subject': no more");
  EXPECT_EQ(matched.degradations[0].messages, 2);
}

TEST_F(VerdictTest, is_not_asked_for_when_there_is_no_candidate) {
  table_.add("m1").days_old(5);
  match(older_than(30));
  EXPECT_TRUE(seen.empty());
}

TEST_F(VerdictTest, tells_why_it_keeps_a_message) {
  table_.add("m1").subject("other");
  const auto plan = match().plan;
  ASSERT_EQ(plan.keeps.size(), 1u);
  EXPECT_EQ(plan.keeps[0].message_id, "m1");
  EXPECT_EQ(plan.reasons[plan.keeps[0].reason], "kept");
}

// The rule type's own word is no evidence of its own.
TEST_F(VerdictTest, does_not_let_a_derived_category_alone_trash) {
  table_.without("category");
  derives_category_ = true;
  table_.add("m1").header("list-unsubscribe", "<u>").subject("select");
  const auto promotions = category_is("promotions");
  EXPECT_EQ(guards_text(match(promotions).plan), "derived_category 1, ");
  EXPECT_EQ(guards_text(match(Expression::all({promotions, older_than(30)})).plan),
            "derived_category 1, ");
  EXPECT_EQ(changes_text(match(Expression::all({promotions, subject_has("select")})).plan),
            "m1: trash; ");
  EXPECT_EQ(changes_text(match().plan), "m1: trash; ");
}

// Else it could select by what the guard is there for.
TEST_F(VerdictTest, does_not_let_a_rule_type_trash_that_was_told_a_derived_category) {
  table_.without("category");
  derives_category_ = true;
  table_.add("m1").header("list-unsubscribe", "<u>").subject("select");
  filters_.push_back({"bulk", filter::Evaluator(category_is("promotions"))});
  EXPECT_EQ(guards_text(match(older_than(30)).plan), "derived_category 1, ");
}

}  // namespace
}  // namespace mailcomb::pipeline
