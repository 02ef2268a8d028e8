// SPDX-License-Identifier: Apache-2.0
#include "support/read_scalar.hpp"

#include <gtest/gtest.h>

#include <array>

#include "support/yaml.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb {
namespace {

Node value_of(const std::string& text) {
  return parse_yaml("key: " + text + "\n", "p.yaml")->members[0].value;
}

std::string text_or_error(const std::string& text) {
  Errors errors;
  const auto read = read_text(value_of(text), "'subject'", errors);
  if (read) return "<" + *read + ">";
  return errors.at(0).message + (errors[0].hint.empty() ? "" : " | " + errors[0].hint);
}

TEST(ReadText, takes_plain_and_quoted_text_and_numbers) {
  EXPECT_EQ(text_or_error("Sale"), "<Sale>");
  EXPECT_EQ(text_or_error("'yes'"), "<yes>");
  EXPECT_EQ(text_or_error("2024"), "<2024>");
}

TEST(ReadText, refuses_what_yaml_1_1_reads_as_something_else) {
  const auto told = [](const std::string& word, const std::string& what) {
    return "unquoted '" + word + "' is " + what +
           " to YAML 1.1, but 'subject' needs a text | if the text is meant, quote it: \"" + word +
           "\"";
  };
  for (const std::string word : {"y", "Yes", "n", "NO", "on", "Off", "true", "False"})
    EXPECT_EQ(text_or_error(word), told(word, "a boolean"));
  for (const std::string word : {"~", "null"})
    EXPECT_EQ(text_or_error(word), told(word, "nothing"));
}

TEST(ReadText, refuses_other_kinds_and_emptiness) {
  EXPECT_EQ(text_or_error("[a]"), "'subject' is a text, not a list");
  EXPECT_EQ(text_or_error("{a: b}"), "'subject' is a text, not a mapping");
  EXPECT_EQ(text_or_error(""), "'subject' has no value");
  EXPECT_EQ(text_or_error("''"), "'subject' is empty");
  EXPECT_EQ(text_or_error("' '"), "'subject' is empty");
  EXPECT_EQ(text_or_error("\"a\\e[2J\""), "'subject' has a control character in it");
}

TEST(ReadText, believes_what_no_file_says) {
  Errors errors;
  const Node node{Node::Kind::kText, "yes", false, {}, {}};
  EXPECT_EQ(read_text(node, "'subject'", errors), "yes");
}

TEST(ReadBool, knows_true_and_false_only) {
  Errors errors;
  EXPECT_EQ(read_bool(value_of("true"), "'enabled'", errors), true);
  EXPECT_EQ(read_bool(value_of("false"), "'enabled'", errors), false);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(read_bool(value_of("yes"), "'enabled'", errors), std::nullopt);
  EXPECT_EQ(read_bool(value_of("'true'"), "'enabled'", errors), std::nullopt);
  EXPECT_EQ(errors.at(0).message, "'enabled' is either true or false, not 'yes'");
}

TEST(CheckKeys, tells_every_unknown_key) {
  constexpr std::array<std::string_view, 2> kKnown = {"name", "rules"};
  Errors errors;
  check_keys(*parse_yaml("nmae: x\nrules: y\nfoo: z\n", "p.yaml"), kKnown, "the policy", errors);
  EXPECT_EQ(testing::to_texts(errors),
            "p.yaml:1:1: unknown key 'nmae' in the policy\n"
            "  nmae: x\n"
            "  ^\n"
            "  hint: did you mean 'name'?\n"
            "p.yaml:3:1: unknown key 'foo' in the policy\n"
            "  foo: z\n"
            "  ^\n"
            "  hint: its keys are name, rules\n");
}

}  // namespace
}  // namespace mailcomb
