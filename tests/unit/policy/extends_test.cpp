// SPDX-License-Identifier: Apache-2.0
// `extends:`: what comes from the base, and what would loosen it.
#include <gmock/gmock.h>

#include <map>

#include "unit/policy/read.hpp"

namespace mailcomb::policy {
namespace {

using ::testing::ElementsAre;
using Files = std::map<std::string, std::string>;

Checked<Policy> checked(const std::string& text, Files files) {
  const auto load = [&files](const std::string& reference, const std::string&) -> Result<Base> {
    const auto found = files.find(reference);
    if (found == files.end())
      return fail(Fault::kInvalid, "there is no policy '" + reference + "'", "policies are base");
    return Base{found->first, found->second};
  };
  return read_policy(text, "p", *parse_rfc3339("2002-12-01T00:00:00Z"), {"match"}, load);
}

std::string rule(const std::string& name) {
  return "{name: " + name + ", match: {older_than: 3d}, then: archive}";
}

std::string base(const std::string& extra = "", const std::string& name = "base") {
  return "version: 1\nname: " + name + "\n" + extra + "rules: [" + rule(name + "-rule") + "]\n";
}

std::string own(const std::string& extra = "") {
  return "version: 1\nname: own\nextends: base\n" + extra + "rules: [" + rule("own-rule") + "]\n";
}

Policy extended(const std::string& text, const Files& files) {
  const auto policy = checked(text, files);
  EXPECT_TRUE(policy) << testing::to_texts(policy.error());
  return policy ? *policy : Policy();
}

std::string refused(const std::string& text, const Files& files) {
  const auto policy = checked(text, files);
  return policy ? "" : testing::to_texts(policy.error());
}

std::vector<std::string> rules_of(const Policy& policy) {
  std::vector<std::string> names;
  for (const auto& each : policy.rules) names.push_back(each.name);
  return names;
}

// "archive 40, trash 5 100"
std::string limits_of(const Policy& policy) {
  std::map<std::string, std::string> limits;
  for (const auto& [limit, mark] : policy.guards.limits) {
    auto& text = limits[mail::to_text({limit.action, {}})];
    if (limit.percent) text += " " + std::to_string(static_cast<int>(*limit.percent)) + "%";
    if (limit.count) text += " " + std::to_string(*limit.count);
  }
  std::string text;
  for (const auto& [action, bounds] : limits) text += (text.empty() ? "" : ", ") + action + bounds;
  return text;
}

TEST(Extends, puts_the_rules_of_the_base_after_the_own_ones) {
  const auto policy =
      extended(own(), {{"base", base("extends: root\n")}, {"root", base("", "root")}});
  EXPECT_THAT(rules_of(policy), ElementsAre("own-rule", "base-rule", "root-rule"));
  EXPECT_EQ(policy.name, "own");
  EXPECT_EQ(policy.rules[2].mark.source->name, "root");
  ASSERT_EQ(policy.bases.size(), 2u);
  EXPECT_EQ(policy.bases[0].file, "base");
  EXPECT_EQ(policy.bases[1].file, "root");
}

TEST(Extends, adds_up_what_is_never_touched) {
  const auto policy = extended(own("guards: {never: [{subject: own}]}\n"),
                               {{"base", base("guards: {never: [{subject: base}]}\n")}});
  ASSERT_EQ(policy.guards.never.size(), 2u);
  EXPECT_EQ(filter::to_text(policy.guards.never[1].filter), "subject: base");
}

// Who extends says itself which guards it does without.
TEST(Extends, does_not_take_over_what_the_base_takes_away) {
  const Files files = {{"base", base("guards: {unguard: [replied]}\n")}};
  EXPECT_TRUE(extended(own(), files).guards.unguard.empty());
  EXPECT_EQ(extended(own("guards: {unguard: [starred]}\n"), files).guards.unguard.size(), 1u);
}

TEST(Extends, keeps_names_to_their_file) {
  EXPECT_EQ(
      refused(
          "version: 1\nname: own\nextends: base\nrules: [{name: a, match: $bulk, then: keep}]\n",
          {{"base", base("define: {bulk: {header: List-Id}}\n")}}),
      "p:4:26: rule 'a': there is no '$bulk'\n"
      "  rules: [{name: a, match: $bulk, then: keep}]\n"
      "                           ^\n"
      "  hint: name it under 'define': {bulk: {is: unread}}\n");
}

TEST(Extends, takes_the_stricter_of_two_limits) {
  const auto limits = [](const std::string& mine, const std::string& theirs) {
    return limits_of(extended(own("guards: {limits: " + mine + "}\n"),
                              {{"base", base("guards: {limits: " + theirs + "}\n")}}));
  };
  EXPECT_EQ(limits("{trash: 5%}", "{trash: 10%, mark_read: 7}"),
            "archive 60%, mark_read 7, trash 5%");
  EXPECT_EQ(limits("{trash: 10%}", "{trash: 10%}"), "archive 60%, trash 10%");
  EXPECT_EQ(limits("{trash: 100}", "{trash: 10%}"), "archive 60%, trash 10% 100");
  // The default limits are limits of a base that says nothing.
  EXPECT_EQ(limits("{trash: 50}", "{archive: 9%}"), "archive 9%, trash 20% 50");
}

TEST(Extends, refuses_a_looser_limit) {
  const auto hint = [](const std::string& name) {
    return "  hint: a policy may only tighten what it extends; if this is meant, add 'unguard: [" +
           name + "]'\n";
  };
  EXPECT_EQ(refused(own("guards: {limits: {trash: 15%}}\n"),
                    {{"base", base("guards: {limits: {trash: 10%}}\n")}}),
            "p:4:19: 'limits.trash' is looser than that of 'base'\n"
            "  guards: {limits: {trash: 15%}}\n"
            "                    ^\n" +
                hint("limits.trash"));
  EXPECT_EQ(refused(own("guards: {limits: {archive: 61%}}\n"), {{"base", base()}}),
            "p:4:19: 'limits.archive' is looser than that of 'base'\n"
            "  guards: {limits: {archive: 61%}}\n"
            "                    ^\n" +
                hint("limits.archive"));
}

TEST(Extends, goes_beyond_a_limit_only_by_saying_so) {
  const auto policy = extended(own("guards: {limits: {trash: 30%}, unguard: [limits.trash]}\n"),
                               {{"base", base()}});
  EXPECT_EQ(limits_of(policy), "archive 60%, trash 30%");
  EXPECT_TRUE(policy.guards.unguard.empty());
  EXPECT_EQ(refused(own("guards: {unguard: [limits.trash]}\n"), {{"base", base()}}),
            "p:4:20: 'limits.trash' is given up, and no other limit is set\n"
            "  guards: {unguard: [limits.trash]}\n"
            "                     ^\n"
            "  hint: write the limit that is meant under 'limits'\n");
  EXPECT_EQ(refused(base("guards: {limits: {trash: 30%}, unguard: [limits.trash]}\n"), {}),
            "p:3:42: 'limits.trash' has nothing to go beyond: the policy extends none\n"
            "  guards: {limits: {trash: 30%}, unguard: [limits.trash]}\n"
            "                                           ^\n"
            "  hint: write the limit that is meant under 'limits'\n");
}

TEST(Extends, never_changes_mail_if_the_base_does_not) {
  const Files files = {{"base", base("dry_run: true\n")}};
  EXPECT_EQ(extended(own(), files).dry_run, true);
  EXPECT_EQ(refused(own("dry_run: false\n"), files),
            "p:4:10: 'base' never changes mail: it says dry_run: true\n"
            "  dry_run: false\n"
            "           ^\n"
            "  hint: leave 'dry_run' out here, or do not extend it\n");
  EXPECT_EQ(extended(own("dry_run: true\n"), {{"base", base()}}).dry_run, true);
}

TEST(Extends, refuses_a_rule_of_the_same_name) {
  EXPECT_EQ(refused("version: 1\nname: own\nextends: base\nrules: [" + rule("base-rule") + "]\n",
                    {{"base", base()}}),
            "p:4:9: rule 'base-rule' has the name of a rule of 'base'\n"
            "  rules: [{name: base-rule, match: {older_than: 3d}, then: archive}]\n"
            "          ^\n"
            "  hint: the rules of both apply; give yours a name of its own\n");
}

TEST(Extends, tells_the_errors_of_the_base_after_its_own_with_its_file) {
  EXPECT_EQ(refused("version: 1\nname: own\nextends: base\nrules: [{name: a, match: {older_then: "
                    "3d}, then: keep}]\n",
                    {{"base", "name: base\nrules: [{name: b, match: {is: unred}, then: keep}]\n"}}),
            "p:4:27: unknown key 'older_then' in rule 'a'\n"
            "  rules: [{name: a, match: {older_then: 3d}, then: keep}]\n"
            "                            ^\n"
            "  hint: did you mean 'older_than'?\n"
            "base:1:1: the policy has no 'version'\n"
            "  name: base\n"
            "  ^\n"
            "  hint: write version: 1\n"
            "base:2:31: rule 'b': 'unred' is nothing that 'is' knows\n"
            "  rules: [{name: b, match: {is: unred}, then: keep}]\n"
            "                                ^\n"
            "  hint: did you mean 'unread'?\n");
}

TEST(Extends, names_a_base_that_is_not_there) {
  EXPECT_EQ(refused(own(), {}),
            "p:3:10: 'extends': there is no policy 'base'\n"
            "  extends: base\n"
            "           ^\n"
            "  hint: policies are base\n");
  EXPECT_EQ(testing::refused(own(), "p"),
            "p:3:10: 'extends' has no meaning here\n"
            "  extends: base\n"
            "           ^\n"
            "  hint: write the rules themselves\n");
}

TEST(Extends, goes_in_no_circle) {
  EXPECT_EQ(refused(own(), {{"base", base("extends: p\n")}, {"p", own()}}),
            "base:3:10: the policy extends itself: p → base → p\n"
            "  extends: p\n"
            "           ^\n"
            "  hint: take one 'extends' of them out\n");
}

TEST(Extends, goes_on_for_at_most_8_policies) {
  Files files;
  for (int i = 0; i < 12; ++i)
    files["b" + std::to_string(i)] =
        base("extends: b" + std::to_string(i + 1) + "\n", "b" + std::to_string(i));
  EXPECT_EQ(
      refused("version: 1\nname: own\nextends: b0\nrules: [" + rule("own-rule") + "]\n", files),
      "b7:3:10: more than 8 policies extend one another\n"
      "  extends: b8\n"
      "           ^\n"
      "  hint: put the rules into fewer files\n");
}

TEST(Extends, sees_contradictions_between_both) {
  const auto errors = refused(
      "version: 1\nname: own\nextends: base\nrules: [{name: a, match: {older_than: 3d}, then: "
      "mark_read}]\n",
      {{"base",
        "version: 1\nname: base\nrules: [{name: b, match: {older_than: 9d}, then: "
        "mark_unread}]\n"}});
  EXPECT_NE(errors.find("'mark_unread' of rule 'b' contradicts 'mark_read' of rule 'a'"),
            std::string::npos);
}

}  // namespace
}  // namespace mailcomb::policy
