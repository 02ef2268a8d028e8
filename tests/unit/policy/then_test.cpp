// SPDX-License-Identifier: Apache-2.0
#include "policy/then.hpp"

#include <gtest/gtest.h>

#include "support/yaml.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb::policy {
namespace {

std::string parsed(const std::string& text) {
  Errors errors;
  const auto node = parse_yaml("then: " + text + "\n", "p.yaml");
  std::string actions;
  for (const auto& action : parse_then(node->members[0].value, errors))
    actions += (actions.empty() ? "" : " ") + mail::to_text(action);
  if (errors.empty()) return actions;
  return errors[0].message + (errors[0].hint.empty() ? "" : " | " + errors[0].hint);
}

TEST(Then, is_an_action_or_a_list_of_them) {
  for (const std::string action :
       {"archive", "trash", "keep", "mark_read", "mark_unread", "star", "unstar"})
    EXPECT_EQ(parsed(action), action);
  EXPECT_EQ(parsed("{label: To read}"), "label:To read");
  EXPECT_EQ(parsed("{unlabel: Inbox zero}"), "unlabel:Inbox zero");
  EXPECT_EQ(parsed("label:Review"), "label:Review");
  EXPECT_EQ(parsed("[mark_read, {label: A}, {label: B}, archive]"),
            "mark_read label:A label:B archive");
}

TEST(Then, never_deletes) {
  for (const std::string word : {"delete", "remove", "purge", "expunge", "erase", "destroy"})
    EXPECT_EQ(parsed(word),
              "there is no action '" + word + "' | mailcomb never deletes: write trash");
}

TEST(Then, suggests_what_was_meant) {
  EXPECT_EQ(parsed("archiv"), "there is no action 'archiv' | did you mean 'archive'?");
  EXPECT_EQ(parsed("mark-read"), "there is no action 'mark-read' | did you mean 'mark_read'?");
  EXPECT_EQ(parsed("restore"),
            "there is no action 'restore' | actions are archive, trash, keep, mark_read, "
            "mark_unread, star, unstar, label, unlabel");
  EXPECT_EQ(parsed("label"), "'label' lacks a name | write {label: NAME}");
  EXPECT_EQ(parsed("{trash: yes}"), "'trash' takes no value | write trash");
  EXPECT_EQ(parsed("{labell: A}"), "there is no action 'labell' | did you mean 'label'?");
  EXPECT_EQ(parsed("{label: on}"),
            "unquoted 'on' is a boolean to YAML 1.1, but the name of 'label' needs a text | if the "
            "text is meant, quote it: \"on\"");
}

TEST(Then, refuses_other_shapes) {
  EXPECT_EQ(parsed("[]"), "the list of actions is empty");
  EXPECT_EQ(parsed(""), "an action has no value");
  EXPECT_EQ(parsed("[[trash]]"), "an action is a text, not a list");
  EXPECT_EQ(parsed("{label: A, unlabel: B}"),
            "an action is one word or one {label: NAME} | write a list for more than one: "
            "[mark_read, archive]");
}

TEST(Then, has_no_two_that_clash) {
  EXPECT_EQ(parsed("[archive, trash]"), "'archive' and 'trash' exclude each other");
  EXPECT_EQ(parsed("[keep, trash]"), "'keep' and 'trash' exclude each other");
  EXPECT_EQ(parsed("[star, trash, unstar]"), "'star' and 'unstar' contradict each other");
  EXPECT_EQ(parsed("[{label: A}, {unlabel: A}]"),
            "'label:A' and 'unlabel:A' contradict each other");
  EXPECT_EQ(parsed("[{label: A}, {unlabel: B}]"), "label:A unlabel:B");
  EXPECT_EQ(parsed("[star, star]"), "'star' stands there twice");
}

}  // namespace
}  // namespace mailcomb::policy
