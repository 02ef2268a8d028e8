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
    program.rules[0].evaluation.emplace(Evaluation{std::move(*made), Projection({"subject"}, {})});
    return pipeline::match(program, table_);
  }
  const sdk::Plugin plugin_{"acme", "1.0.0", [](sdk::Plugin& plugin) {
                              plugin.rule<BySubject>("acme.subject", "By subject")
                                  .reason("kept")
                                  .reason("the subject has {} characters");
                            }};
  MessageTable table_;
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

}  // namespace
}  // namespace mailcomb::pipeline
