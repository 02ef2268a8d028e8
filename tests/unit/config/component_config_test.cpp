// SPDX-License-Identifier: Apache-2.0
#include "config/component_config.hpp"

#include <gtest/gtest.h>

#include "unit/config/configured.hpp"

namespace mailcomb::config {
namespace {

using sdk::Value;
using testing::kSchema;
using testing::value;

TEST(Configure, gives_values_the_types_of_the_schema) {
  const auto config = value(
      "{path: /mail, days: 7, share: 0.5, strict: true, label: 2024, order: oldest, retries: 0}");
  EXPECT_EQ(config["path"], Value("/mail"));
  EXPECT_EQ(config["days"], Value(7));
  EXPECT_EQ(config["share"], Value(0.5));
  EXPECT_EQ(config["strict"], Value(true));
  EXPECT_EQ(config["label"], Value("2024"));
  EXPECT_EQ(config["retries"], Value(0));
}

TEST(Configure, adds_defaults) {
  const auto config = value("path: /mail");
  EXPECT_EQ(config["days"], Value(30));
  EXPECT_EQ(config["strict"], Value(false));
  EXPECT_FALSE(config.find("label"));
}

TEST(Configure, a_whole_number_is_a_number_too) {
  EXPECT_EQ(value("{path: /mail, share: 2}")["share"].number(), 2.0);
  EXPECT_EQ(value("{path: /mail, share: 1e-2}")["share"].number(), 0.01);
}

TEST(Configure, expands_the_home_folder_in_paths_alone) {
  EXPECT_EQ(value("path: ~/Mail")["path"], Value("/home/me/Mail"));
  EXPECT_EQ(value("{path: \"~\"}")["path"], Value("/home/me"));
  EXPECT_EQ(value("{path: a/~/b, label: ~/x}")["label"], Value("~/x"));
  EXPECT_EQ(value("path: a/~/b")["path"], Value("/srv/policies/a/~/b"));
}

// Another folder, or another day, must not make another mailbox of it.
TEST(Configure, makes_paths_absolute) {
  EXPECT_EQ(value("path: Mail")["path"], Value("/srv/policies/Mail"));
  EXPECT_EQ(value("path: ./Mail/")["path"], Value("/srv/policies/Mail"));
  EXPECT_EQ(value("path: ../Mail")["path"], Value("/srv/Mail"));
  EXPECT_EQ(value("path: .")["path"], Value("/srv/policies"));
  EXPECT_EQ(value("path: //a//b/")["path"], Value("/a/b"));
  EXPECT_EQ(value("path: /")["path"], Value("/"));
  EXPECT_EQ(value("{path: a, label: b}")["label"], Value("b"));
}

TEST(Configure, expands_it_in_a_default) {
  const auto schema =
      R"({"type":"object","properties":{"path":{"type":"string","format":"path","default":"~/x"}}})";
  EXPECT_EQ(value("{}", schema)["path"], Value("/home/me/x"));
}

TEST(Configure, takes_no_configuration_for_an_empty_one) {
  const auto schema = R"({"type":"object","properties":{"days":{"type":"integer","default":3}}})";
  const auto config = configure({"store 's'"}, schema, Node(), {"/home/me", "/"});
  ASSERT_TRUE(config);
  EXPECT_EQ((*config)["days"], Value(3));
}

// TYPE:ARG and plugins say text where a file would say a number without quotes.
TEST(Configure, reads_numbers_from_text_that_no_file_says) {
  Node text{Node::Kind::kText, "7", true, {}, {}};
  Node with;
  with.kind = Node::Kind::kMap;
  with.members = {{"days", {}, text}, {"path", {}, {Node::Kind::kText, "/yes", true, {}, {}}}};
  const auto config = configure({"rule type 'sift'"}, kSchema, with, {"/home/me", "/"});
  ASSERT_TRUE(config) << testing::to_texts(config.error());
  EXPECT_EQ((*config)["days"], Value(7));
  EXPECT_EQ((*config)["path"], Value("/yes"));
}

TEST(Configure, without_a_file_tells_no_place) {
  Node with;
  with.kind = Node::Kind::kMap;
  with.members = {{"", {}, {Node::Kind::kText, "x", true, {}, {}}}};
  const auto config =
      configure({"store 's'"}, R"({"type":"object","additionalProperties":false})", with, {});
  ASSERT_FALSE(config);
  EXPECT_EQ(testing::to_texts(config.error()), "store 's' takes no argument after its name\n");
}

TEST(FindMark, follows_a_pointer_as_far_as_it_goes) {
  const auto node = *parse_yaml("a:\n  b/c: [x, y]\n", "p.yaml");
  EXPECT_EQ(find_mark(node, "/a/b~1c/1").column, 12);
  EXPECT_EQ(find_mark(node, "/a/b~1c").column, 8);
  EXPECT_EQ(find_mark(node, "/a/gone").line, 2);
  EXPECT_EQ(find_mark(node, "").line, 1);
}

}  // namespace
}  // namespace mailcomb::config
