// SPDX-License-Identifier: Apache-2.0
// Every file in configs/ is loaded, in the source tree and where the program finds it.
#include <gmock/gmock.h>

#include "policy/check.hpp"
#include "policy/find.hpp"
#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

Policy shipped(const std::string& name) {
  return testing::read(testing::content(fs::path(CONFIGS_DIR) / (name + ".yaml")));
}

// "name: type {days: N}", enabled or not.
std::vector<std::string> rules_of(const Policy& policy) {
  std::vector<std::string> rules;
  for (const auto& rule : policy.rules)
    rules.push_back(rule.name + ": " + rule.type + " " + rule.with.find("days")->text +
                    (rule.enabled ? "" : " (disabled)"));
  return rules;
}

TEST(ShippedPolicies, do_what_they_promise) {
  EXPECT_THAT(rules_of(shipped("conservative")),
              ElementsAre("archive-old-promotions: archive_old_promotions 90"));
  EXPECT_THAT(rules_of(shipped("moderate")),
              ElementsAre("trash-very-old: delete_very_old 365",
                          "archive-old-promotions: archive_old_promotions 30",
                          "archive-old-social: archive_old_social 14"));
  EXPECT_THAT(rules_of(shipped("aggressive")),
              ElementsAre("trash-very-old: delete_very_old 180",
                          "archive-old-promotions: archive_old_promotions 7",
                          "archive-old-social: archive_old_social 7",
                          "mark-newsletters-read: mark_newsletters_read 3"));
}

TEST(ShippedPolicies, are_named_as_their_files_and_leave_nothing_open) {
  for (const auto& [name, path] : list_policies(std::vector<fs::path>{CONFIGS_DIR})) {
    if (name == "defaults" || name == "mailcomb") continue;  // No policies: config/ reads them.
    const auto policy = shipped(name);
    EXPECT_EQ(policy.name, name);
    EXPECT_NE(policy.title, "");
    EXPECT_TRUE(find_feedback(policy.rules).empty());
    EXPECT_EQ(policy.dry_run, std::nullopt);
    for (const auto& rule : policy.rules) {
      EXPECT_NE(rule.title, "");
      EXPECT_TRUE(rule.then.empty()) << "a recipe brings its own";
      EXPECT_EQ(rule.scope, ThreadScope::kThread);
    }
  }
}

TEST(ShippedPolicies, lie_next_to_the_program) {
  const std::vector<fs::path> folders = {fs::path(SHARE_DIR) / "policies"};
  std::vector<std::string> names;
  for (const auto& [name, path] : list_policies(folders)) {
    names.push_back(name);
    EXPECT_EQ(testing::content(path), testing::content(fs::path(CONFIGS_DIR) / path.filename()));
  }
  EXPECT_THAT(names, ElementsAre("aggressive", "conservative", "moderate"));
}

}  // namespace
}  // namespace mailcomb::policy
