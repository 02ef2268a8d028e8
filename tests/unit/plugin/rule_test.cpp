// SPDX-License-Identifier: Apache-2.0
#include "plugin/rule.hpp"

#include <gtest/gtest.h>

#include <array>

#include "mailcomb/plugin.hpp"
#include "plugin/batch_builder.hpp"
#include "support/in_process.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::Value;
using testing::component_of;
using testing::error_text;

// Selects short subjects; its odd answers for some subjects are what this test is about.
struct ShortSubject {
  explicit ShortSubject(const sdk::Config& config) : below(config["below"].integer()) {
    if (below == 0)
      throw sdk::Failure(MAILCOMB_INVALID, "bad-below", "'below' is 0", "use 1 or more", "/below");
  }
  std::vector<std::string> columns() const { return {"subject"}; }
  Value then() const { return "archive"; }
  Value filters() const { return Value::map({{"bulk", Value::map({{"category", "updates"}})}}); }
  Value filter() const { return Value::map({{"is", "unread"}}); }
  sdk::Verdict evaluate(const sdk::Row& row) const {
    const auto subject = row.text("subject");
    if (!subject) return sdk::unset();
    if (*subject == "bad answer") return {99, 0, 0, 0, 0};
    if (*subject == "bad reason") return sdk::select(2);
    if (*subject == "throw") throw std::runtime_error("no more");
    const auto size = static_cast<std::int64_t>(subject->size());
    return size < below ? sdk::select(1, size) : sdk::keep();
  }

  std::int64_t below;
};

struct FilterOnly {
  explicit FilterOnly(const sdk::Config&) {}
  Value filter() const { return Value::map({{"is", "read"}}); }
};

struct OddColumns {
  explicit OddColumns(const sdk::Config&) {}
  std::vector<std::string> columns() const { return {"body"}; }
  Value filter() const { return Value(); }
};

class RuleTest : public ::testing::Test {
 protected:
  static void describe(sdk::Plugin& plugin) {
    plugin.rule<ShortSubject>("acme.short_subject", "Short subjects")
        .integer("below", "in characters", 0)
        .reason("long enough")
        .reason("the subject has only {} characters");
    plugin.rule<FilterOnly>("acme.read", "Read messages");
    plugin.rule<OddColumns>("acme.odd", "Wants what is not there");
  }
  Result<Rule> make(std::size_t index, Value config = Value::map({{"below", 5}})) const {
    return Rule::create(component_of(plugin_, index), config);
  }
  static Batch subjects(std::initializer_list<const char*> subjects) {
    BatchBuilder builder({{"subject", MAILCOMB_COLUMN_UTF8}});
    const auto writer = builder.writer();
    sdk::RowWriter rows(&writer);
    for (const char* subject : subjects) {
      subject ? rows.text(0, subject) : rows.null(0);
      rows.end_row();
    }
    return builder.finish();
  }

  const sdk::Plugin plugin_{"acme", "1.0.0", describe};
};

TEST_F(RuleTest, is_described) {
  const Rule rule = make(0).value();
  EXPECT_EQ(rule.description().columns, std::vector<std::string>{"subject"});
  EXPECT_EQ(rule.description().then, Value("archive"));
  EXPECT_NE(rule.description().filters.find("bulk"), nullptr);
}

TEST_F(RuleTest, evaluates_batches_and_gives_reasons) {
  Rule rule = make(0).value();
  ASSERT_TRUE(rule.evaluates());
  const auto verdicts = rule.evaluate(subjects({"abc", "long enough", nullptr})).value();
  ASSERT_EQ(verdicts.size(), 3u);
  EXPECT_EQ(verdicts[0].answer, MAILCOMB_VERDICT_SELECT);
  EXPECT_EQ(rule.reason(verdicts[0]), "the subject has only 3 characters");
  EXPECT_EQ(verdicts[1].answer, MAILCOMB_VERDICT_KEEP);
  EXPECT_EQ(verdicts[2].answer, MAILCOMB_VERDICT_UNSET);
}

TEST_F(RuleTest, takes_senseless_verdicts_as_unset) {
  Rule rule = make(0).value();
  const auto verdicts = rule.evaluate(subjects({"bad answer", "bad reason"})).value();
  ASSERT_EQ(verdicts.size(), 2u);
  EXPECT_EQ(verdicts[0].answer, MAILCOMB_VERDICT_UNSET);
  EXPECT_EQ(verdicts[1].answer, MAILCOMB_VERDICT_UNSET);
}

TEST_F(RuleTest, that_fails_is_an_error) {
  Rule rule = make(0).value();
  EXPECT_EQ(error_text(rule.evaluate(subjects({"throw"}))),
            "rule type 'acme.short_subject': no more\n"
            "  hint: this is a bug of the plugin; tell its author\n");
}

TEST_F(RuleTest, may_have_only_a_filter) {
  Rule rule = make(1).value();
  EXPECT_FALSE(rule.evaluates());
  EXPECT_EQ(rule.filter().value(), Value::map({{"is", "read"}}));
  EXPECT_EQ(rule.reason({}), "");
}

TEST_F(RuleTest, tells_what_is_wrong_in_its_configuration) {
  const auto made = make(0, Value::map({{"below", 0}}));
  EXPECT_EQ(made.error().fault, Fault::kInvalid);
  EXPECT_EQ(made.error().path, "/below");
  EXPECT_EQ(error_text(made),
            "rule type 'acme.short_subject': 'below' is 0\n  hint: use 1 or more\n");
}

TEST_F(RuleTest, must_not_ask_for_columns_that_do_not_exist) {
  EXPECT_EQ(error_text(make(2)),
            "rule type 'acme.odd' misbehaved in describe: there is no column 'body'\n"
            "  hint: this is a bug of plugin 'acme' 1.0.0; tell its author\n");
}

// Their struct ends before the slot.
TEST_F(RuleTest, of_plugins_older_than_finish_work_on) {
  Component component = component_of(plugin_, 0);
  alignas(mailcomb_rule_type) std::array<std::byte, offsetof(mailcomb_rule_type, finish)> old;
  std::memcpy(old.data(), component.functions, old.size());
  const std::uint32_t size = old.size();
  std::memcpy(old.data(), &size, sizeof size);
  component.functions = old.data();
  Rule rule = Rule::create(component, Value::map({{"below", 5}})).value();
  EXPECT_FALSE(rule.finishes());
  EXPECT_EQ(rule.evaluate(subjects({"abc"})).value()[0].answer, MAILCOMB_VERDICT_SELECT);
}

TEST_F(RuleTest, without_a_handle_is_a_bug) {
  Component component = component_of(plugin_, 1);
  auto type = read_struct<mailcomb_rule_type>(component.functions);
  type.create = [](const mailcomb_call*, const mailcomb_value*,
                   mailcomb_rule**) -> mailcomb_status { return MAILCOMB_OK; };
  component.functions = &type;
  EXPECT_EQ(error_text(Rule::create(component, Value::map())),
            "rule type 'acme.read' misbehaved in create: it gave no rule\n"
            "  hint: this is a bug of plugin 'acme' 1.0.0; tell its author\n");
}

}  // namespace
}  // namespace mailcomb::plugin
