// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/yaml.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb {
namespace {

std::string complaint(const std::string& text) {
  const auto node = parse_yaml(text, "p.yaml");
  return node ? "no error" : testing::to_texts(node.error());
}

TEST(YamlSyntax, an_empty_file) {
  EXPECT_EQ(complaint(""), "p.yaml: the file is empty\n");
  EXPECT_EQ(complaint("# only this\n"), "p.yaml: the file is empty\n");
  EXPECT_EQ(complaint("---\n"), "p.yaml: the file is empty\n");
}

TEST(YamlSyntax, a_second_document) {
  EXPECT_EQ(complaint("a: 1\n---\nb: 2\n"),
            "p.yaml:2:1: a second document begins here\n"
            "  ---\n"
            "  ^\n"
            "  hint: write one document a file\n");
}

TEST(YamlSyntax, text_that_yaml_takes_for_another_document) {
  EXPECT_EQ(complaint("- a\nb: 1\n"),
            "p.yaml:2:1: this does not belong to the text above\n"
            "  b: 1\n"
            "  ^\n"
            "  hint: check the indentation\n");
}

TEST(YamlSyntax, a_tab_as_indentation) {
  EXPECT_EQ(complaint("a:\n\tb: 1\n"),
            "p.yaml:2:3: not valid YAML: a tab indents this line\n"
            "  \tb: 1\n"
            "  \t ^\n"
            "  hint: indent with spaces\n");
  EXPECT_EQ(complaint("a:\n\t- 1\n"),
            "p.yaml:2:2: not valid YAML: a tab indents this line\n"
            "  \t- 1\n"
            "  \t^\n"
            "  hint: indent with spaces\n");
}

TEST(YamlSyntax, an_address_without_quotes) {
  EXPECT_EQ(complaint("from: [@bank.example, x]\n"),
            "p.yaml:1:8: not valid YAML: text cannot begin with '@'\n"
            "  from: [@bank.example, x]\n"
            "         ^\n"
            "  hint: quote it: \"@bank.example\"\n");
}

TEST(YamlSyntax, quotes_that_are_not_closed) {
  EXPECT_EQ(complaint("a: 'it''s\nb: 1\n"),
            "p.yaml:1:4: these quotes are not closed\n"
            "  a: 'it''s\n"
            "     ^\n");
  EXPECT_EQ(complaint("a: &x \"b\\\"\n"),
            "p.yaml:1:4: these quotes are not closed\n"
            "  a: &x \"b\\\"\n"
            "     ^\n");
  EXPECT_EQ(complaint("a: 'over\n  two lines'\n"), "no error");
}

TEST(YamlSyntax, brackets_and_indentation) {
  EXPECT_EQ(complaint("a: [1, 2\n").substr(0, 60),
            "p.yaml:2:1: not valid YAML: a '[' above is not closed\n  hint");
  EXPECT_EQ(complaint("a: b: c\n"),
            "p.yaml:1:5: not valid YAML: no 'key: value' can stand here\n"
            "  a: b: c\n"
            "      ^\n"
            "  hint: check the indentation, and quote text that contains ': '\n");
  EXPECT_EQ(complaint("a:\n  - b\n  c: 1\n"),
            "p.yaml:3:3: not valid YAML: this line does not continue the mapping above\n"
            "    c: 1\n"
            "    ^\n"
            "  hint: check the indentation\n");
}

TEST(YamlSyntax, an_escape_that_there_is_not) {
  EXPECT_EQ(complaint("a: \"\\d\"\n"),
            "p.yaml:1:7: not valid YAML: no such escape in double quotes\n"
            "  a: \"\\d\"\n"
            "        ^\n"
            "  hint: write two backslashes for one, or use single quotes\n");
}

TEST(YamlSyntax, keys_that_are_no_text) {
  EXPECT_EQ(complaint("? [a]\n: b\n"),
            "p.yaml:1:3: a key is a text, not a list\n"
            "  ? [a]\n"
            "    ^\n");
  EXPECT_EQ(complaint("{{x}: 1}\n"),
            "p.yaml:1:2: a key is a text, not a mapping\n"
            "  {{x}: 1}\n"
            "   ^\n");
  EXPECT_EQ(complaint("~: 1\n"),
            "p.yaml:1:1: a key is a text, and this is none\n"
            "  ~: 1\n"
            "  ^\n");
}

TEST(YamlSyntax, tags_and_aliases) {
  EXPECT_EQ(complaint("a: !ruby x\n"),
            "p.yaml:1:4: the tag '!ruby' means nothing here\n"
            "  a: !ruby x\n"
            "     ^\n"
            "  hint: leave it out\n");
  EXPECT_EQ(complaint("a: *b\n"),
            "p.yaml:1:4: not valid YAML: no anchor of that name stands above\n"
            "  a: *b\n"
            "     ^\n"
            "  hint: quote text that begins with '*'\n");
  EXPECT_EQ(complaint("a: &b [*b]\n"),
            "p.yaml:1:8: an anchor cannot contain itself\n"
            "  a: &b [*b]\n"
            "         ^\n");
}

TEST(YamlSyntax, bytes_that_are_no_text) {
  EXPECT_EQ(complaint("a: \xE4\n"),
            "p.yaml:1:4: the byte 0xE4 is not UTF-8\n"
            "  a: ?\n"
            "     ^\n"
            "  hint: save the file as UTF-8\n");
  EXPECT_EQ(complaint(std::string("ä: \0\n", 6)),
            "p.yaml:1:4: a control character cannot stand in a text file\n"
            "  ä: ?\n"
            "     ^\n"
            "  hint: remove it, or write an escape such as \\x1b in double quotes\n");
  EXPECT_EQ(complaint(std::string("\xFF\xFE"
                                  "a\0",
                                  4)),
            "p.yaml: the file is not UTF-8 but UTF-16\n"
            "  hint: save it as UTF-8\n");
}

}  // namespace
}  // namespace mailcomb
