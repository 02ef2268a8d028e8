// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/yaml.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb {
namespace {

std::string first_message(const std::string& text) {
  const auto node = parse_yaml(text, "p.yaml");
  return node ? "no error" : node.error().front().message;
}

std::string times(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST(YamlBounds, a_file_has_at_most_one_mebibyte) {
  EXPECT_EQ(first_message("a: b\n#" + std::string((1 << 20) - 6, 'x')), "no error");
  EXPECT_EQ(first_message("a: b\n#" + std::string((1 << 20) - 5, 'x')),
            "the file is larger than 1 MiB");
}

TEST(YamlBounds, it_nests_at_most_64_levels) {
  EXPECT_EQ(first_message(times("[", 63) + "x" + times("]", 63)), "no error");
  EXPECT_EQ(first_message(times("[", 64) + "x" + times("]", 64)),
            "lists and mappings nest deeper than 64 levels");
  EXPECT_EQ(first_message(times("{a: ", 65) + "x" + times("}", 65)),
            "lists and mappings nest deeper than 64 levels");
  EXPECT_EQ(first_message(times("- ", 100'000)), "lists and mappings nest deeper than 64 levels");
  EXPECT_NE(first_message(times("[", 100'000)), "no error");
  EXPECT_NE(first_message(times("{a: ", 100'000)), "no error");
}

TEST(YamlBounds, it_has_at_most_100_000_parts) {
  EXPECT_EQ(first_message("[" + times("x,", 99'999) + "]"), "no error");
  EXPECT_EQ(first_message("[" + times("x,", 100'000) + "]"),
            "the file has more than 100,000 parts, those of aliases counted each time");
}

TEST(YamlBounds, aliases_of_aliases_are_counted) {
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 9; ++i) {
    const auto name = "a" + std::to_string(i);
    const auto below = "*a" + std::to_string(i - 1) + ",";
    bomb += name + ": &" + name + " [" + times(below, 10) + "]\n";
  }
  EXPECT_EQ(first_message(bomb),
            "the file has more than 100,000 parts, those of aliases counted each time");
}

TEST(YamlBounds, aliases_do_not_nest_deeper_either) {
  std::string chain = "a0: &a0 x\n";
  for (int i = 1; i < 80; ++i)
    chain += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) +
             "]\n";
  EXPECT_EQ(first_message(chain), "lists and mappings nest deeper than 64 levels");
}

TEST(YamlBounds, errors_in_one_long_line_stay_small) {
  const auto node = parse_yaml("{" + times("a: 1, ", 20'000) + "}", "p.yaml");
  ASSERT_FALSE(node);
  EXPECT_EQ(node.error().size(), 19'999u);
  EXPECT_EQ(node.error().back().excerpt, "");
}

TEST(YamlBounds, a_file_of_nothing_but_bad_bytes_is_told_at_once) {
  EXPECT_EQ(first_message(std::string(1 << 20, '\x80')), "the byte 0x80 is not UTF-8");
  EXPECT_EQ(first_message(std::string(1 << 20, '\x01')),
            "a control character cannot stand in a text file");
}

// Cut anywhere, a file is an error or a shorter file; nothing else happens.
TEST(YamlBounds, a_file_cut_at_any_byte_is_parsed_or_refused) {
  const std::string text =
      "version: 1\nname: &n tidy # ä\nrules:\n  - name: 'it''s'\n    match: {any: [{from: "
      "\"@a\\u00e4\"},"
      " {not: {is: *n}}]}\n    then:\n      - |\n        block\n      - >-\n        folded\n"
      "    ? x\n    : ~\n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const auto node = parse_yaml(text.substr(0, size), "p.yaml");
    EXPECT_TRUE(node || !node.error().empty()) << size;
  }
  EXPECT_TRUE(parse_yaml(text, "p.yaml"));
}

}  // namespace
}  // namespace mailcomb
