// SPDX-License-Identifier: Apache-2.0
#include "support/yaml.hpp"

#include <gtest/gtest.h>

#include "unit/error_texts.hpp"

namespace mailcomb {
namespace {

Node tree(const std::string& text) {
  auto node = parse_yaml(text, "p.yaml");
  EXPECT_TRUE(node) << testing::to_texts(node.error());
  return node ? *node : Node();
}

std::string place(const Mark& mark) {
  return std::to_string(mark.line) + ":" + std::to_string(mark.column);
}

TEST(Yaml, makes_a_tree_in_the_order_of_the_file) {
  const Node root = tree("b: 1\na: [x, {c: d}]\n");
  ASSERT_EQ(root.kind, Node::Kind::kMap);
  ASSERT_EQ(root.members.size(), 2u);
  EXPECT_EQ(root.members[0].key, "b");
  EXPECT_EQ(root.members[0].value.text, "1");
  const Node& list = root.members[1].value;
  ASSERT_EQ(list.kind, Node::Kind::kList);
  EXPECT_EQ(list.members[0].value.text, "x");
  EXPECT_EQ(list.members[1].value.find("c")->text, "d");
}

TEST(Yaml, marks_count_characters_from_one) {
  const Node root = tree("ä: {ö: [€, \"z\"]}\n");
  const Node& list = *root.members[0].value.find("ö");
  EXPECT_EQ(place(root.members[0].key_mark), "1:1");
  EXPECT_EQ(place(list.mark), "1:8");
  EXPECT_EQ(place(list.members[0].value.mark), "1:9");
  EXPECT_EQ(place(list.members[1].value.mark), "1:12");
  EXPECT_EQ(list.mark.source->name, "p.yaml");
}

TEST(Yaml, tells_what_was_certainly_meant_as_text) {
  const Node root = tree("- yes\n- 'yes'\n- \"yes\"\n- !!str yes\n- |\n  yes\n");
  std::string quoted;
  for (const auto& member : root.members) quoted += member.value.quoted ? 'q' : '-';
  EXPECT_EQ(quoted, "-qqqq");
}

TEST(Yaml, keeps_how_nothing_was_written_and_where) {
  const Node root = tree("a:\nb: ~\nc: null\nd: Null # x\n");
  for (const auto& member : root.members) EXPECT_EQ(member.value.kind, Node::Kind::kNull);
  EXPECT_EQ(root.find("a")->text, "");
  EXPECT_EQ(place(root.find("a")->mark), "1:1");
  EXPECT_EQ(root.find("b")->text, "~");
  EXPECT_EQ(place(root.find("b")->mark), "2:4");
  EXPECT_EQ(root.find("c")->text, "null");
  EXPECT_EQ(root.find("d")->text, "Null");
}

TEST(Yaml, nothing_in_a_list_or_before_a_word_with_n_stays_nothing) {
  EXPECT_EQ(tree("[a, , ]").members.size(), 2u);
  const Node root = tree("a:\nname: x\n");
  EXPECT_EQ(root.find("a")->text, "");
}

TEST(Yaml, copies_what_an_alias_names) {
  const Node root = tree("a: &x {k: v}\nb: *x\nc: [*x]\n");
  EXPECT_EQ(root.find("b")->find("k")->text, "v");
  EXPECT_EQ(root.find("c")->members[0].value.find("k")->text, "v");
}

TEST(Yaml, reads_every_kind_of_line_end_and_a_byte_order_mark) {
  const Node root = tree(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\rc: 3");
  EXPECT_EQ(root.members.size(), 3u);
  EXPECT_EQ(place(root.members[2].key_mark), "3:1");
}

TEST(Yaml, takes_document_marks_around_one_document) {
  EXPECT_EQ(tree("%YAML 1.2\n---\na: 1\n...\n").find("a")->text, "1");
}

TEST(Yaml, tells_every_duplicate_key_and_keeps_the_first) {
  Errors errors;
  const auto root = parse_yaml("a: 1\nb: {c: 1, c: 2}\na: {d: [1, 2]}\n", "p.yaml", errors);
  ASSERT_TRUE(root);
  EXPECT_EQ(root->members.size(), 2u);
  EXPECT_EQ(root->find("a")->text, "1");
  EXPECT_EQ(root->find("b")->find("c")->text, "1");
  EXPECT_EQ(testing::to_texts(errors),
            "p.yaml:2:11: duplicate key 'c'\n"
            "  b: {c: 1, c: 2}\n"
            "            ^\n"
            "  hint: it stands at line 2, column 5 already; keep one of the two\n"
            "p.yaml:3:1: duplicate key 'a'\n"
            "  a: {d: [1, 2]}\n"
            "  ^\n"
            "  hint: it stands at line 1, column 1 already; keep one of the two\n");
  EXPECT_FALSE(parse_yaml("a: 1\na: 2\n", "p.yaml"));
}

TEST(Yaml, the_same_key_in_two_mappings_is_no_duplicate) {
  EXPECT_EQ(tree("- {a: 1}\n- {a: 2}\n").members.size(), 2u);
}

}  // namespace
}  // namespace mailcomb
