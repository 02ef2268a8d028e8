// SPDX-License-Identifier: Apache-2.0
// What each rule type of rules-builtin selects, and what it does by itself.
#include <gmock/gmock.h>

#include "filter/from_value.hpp"
#include "filter/language.hpp"
#include "plugin/descriptor.hpp"
#include "plugin/rule.hpp"
#include "support/time.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb::rules_builtin {
namespace {

using sdk::Value;

std::vector<plugin::Component> components() {
  static const mailcomb_host kHost{};
  return plugin::read_descriptor(mailcomb_plugin_entry_v1(&kHost)).value().components;
}

plugin::Rule rule_of(const std::string& type, const Value& config) {
  for (const auto& component : components())
    if (component.info.name == type) return plugin::Rule::create(component, config).value();
  throw std::logic_error("no rule type " + type);
}

std::string filter_text(plugin::Rule& rule) {
  const auto now = *parse_rfc3339("2002-12-01T00:00:00Z");
  Errors errors;
  const auto filter = filter::parse(filter::to_node(**rule.filter()), now, errors);
  EXPECT_EQ(testing::to_texts(errors), "");
  return filter::to_text(filter);
}

struct Recipe {
  std::string type;
  Value config;
  std::string selects;
  Value then;
};

class Recipes : public ::testing::TestWithParam<Recipe> {};

TEST_P(Recipes, bring_an_exact_filter_and_their_action) {
  auto rule = rule_of(GetParam().type, GetParam().config);
  EXPECT_FALSE(rule.evaluates());
  EXPECT_EQ(filter_text(rule), GetParam().selects);
  EXPECT_EQ(rule.description().then, GetParam().then);
}

INSTANTIATE_TEST_SUITE_P(
    RulesBuiltin, Recipes,
    ::testing::Values(
        Recipe{"match", Value::map(), "every message", Value()},
        Recipe{"archive_old_promotions", Value::map({{"days", 30}}),
               "category: promotions and older_than: 30d", "archive"},
        Recipe{"archive_old_social", Value::map({{"days", 14}}),
               "category: social and older_than: 14d", "archive"},
        Recipe{"delete_very_old", Value::map({{"days", 365}}), "older_than: 365d", "trash"},
        Recipe{"mark_newsletters_read", Value::map({{"days", 3}}),
               "(header: List-Id or header: List-Unsubscribe) and older_than: 3d", "mark_read"},
        Recipe{"label_newsletters", Value::map({{"label", "News"}}),
               "header: List-Id or header: List-Unsubscribe", Value::map({{"label", "News"}})}));

TEST(RulesBuiltin, has_these_rule_types_and_no_other) {
  std::vector<std::string> names;
  for (const auto& component : components()) names.push_back(component.info.name);
  EXPECT_THAT(names, ::testing::ElementsAre("match", "archive_old_promotions", "archive_old_social",
                                            "delete_very_old", "mark_newsletters_read",
                                            "label_newsletters", "retain", "duplicate"));
}

// The longest age that the schema lets through is one that the filter language takes.
TEST(RulesBuiltin, takes_ages_of_1000_years) {
  auto rule = rule_of("delete_very_old", Value::map({{"days", 365'000}}));
  EXPECT_EQ(filter_text(rule), "older_than: 365000d");
}

}  // namespace
}  // namespace mailcomb::rules_builtin
