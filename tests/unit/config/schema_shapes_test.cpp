// SPDX-License-Identifier: Apache-2.0
// Schemas that outside plugins may bring: nested, referring, open, and broken ones.
#include <gtest/gtest.h>

#include "unit/config/configured.hpp"

namespace mailcomb::config {
namespace {

using sdk::Value;
using testing::complaint;
using testing::value;

constexpr const char* kNested = R"({
  "type": "object", "additionalProperties": false,
  "definitions": {"count": {"type": "integer", "minimum": 0, "default": 5}},
  "properties": {
    "limits": {"type": "object", "additionalProperties": false,
               "properties": {"trash": {"$ref": "#/definitions/count"},
                              "archive": {"$ref": "#/definitions/count"}}},
    "senders": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "weights": {"type": "object", "additionalProperties": {"type": "number"}},
    "mode": {"type": ["integer", "string"]}
  }})";

TEST(SchemaShapes, nested_values_are_typed_and_filled_too) {
  const auto config = value("{limits: {trash: 7}, senders: [a, 2], weights: {x: 1}}", kNested);
  EXPECT_EQ(config["limits"]["trash"], Value(7));
  EXPECT_EQ(config["limits"]["archive"], Value(5));
  EXPECT_EQ(config["senders"].members()[1].value, Value("2"));
  EXPECT_EQ(config["weights"]["x"].number(), 1.0);
}

TEST(SchemaShapes, one_of_several_types) {
  EXPECT_EQ(value("mode: 3", kNested)["mode"], Value(3));
  EXPECT_EQ(value("mode: fast", kNested)["mode"], Value("fast"));
  EXPECT_EQ(complaint("mode: [a]", kNested),
            "'mode' of rule type 'sift' must be an integer or a text, not a list");
}

TEST(SchemaShapes, nested_errors_name_the_whole_path) {
  EXPECT_EQ(complaint("limits: {trash: -1}", kNested),
            "'limits.trash' of rule type 'sift' must be an integer of at least 0, not '-1'");
  EXPECT_EQ(complaint("limits: {trsh: 1}", kNested),
            "unknown parameter 'limits.trsh' of rule type 'sift' | did you mean 'trash'?");
  EXPECT_EQ(complaint("senders: [a, [b]]", kNested),
            "item 2 of 'senders' of rule type 'sift' must be a text, not a list");
  EXPECT_EQ(complaint("senders: []", kNested).substr(0, 45),
            "'senders' of rule type 'sift' is not valid: A");
  EXPECT_EQ(complaint("weights: {x: heavy}", kNested),
            "'weights.x' of rule type 'sift' must be a number, not 'heavy'");
}

TEST(SchemaShapes, an_open_schema_takes_anything_as_it_reads) {
  const auto config = value("{a: 1, b: 0.5, c: true, d: x, e: '1', f: [2], g: {h: ~}}", "{}");
  EXPECT_EQ(config["a"], Value(1));
  EXPECT_EQ(config["b"], Value(0.5));
  EXPECT_EQ(config["c"], Value(true));
  EXPECT_EQ(config["d"], Value("x"));
  EXPECT_EQ(config["e"], Value("1"));
  EXPECT_EQ(config["f"].members()[0].value, Value(2));
  EXPECT_EQ(config["g"]["h"], Value());
}

TEST(SchemaShapes, a_tree_refers_to_itself) {
  const auto tree = R"({"type": "object", "additionalProperties": false,
                        "properties": {"left": {"$ref": "#"}, "size": {"type": "integer"}}})";
  EXPECT_EQ(value("left: {left: {size: 3}}", tree)["left"]["left"]["size"], Value(3));
  EXPECT_EQ(complaint("left: {left: {size: x}}", tree),
            "'left.left.size' of rule type 'sift' must be an integer, not 'x'");
}

TEST(SchemaShapes, a_property_may_be_called_format) {
  const auto schema = R"({"properties": {"format": {"type": "string", "format": "path"}}})";
  EXPECT_EQ(value("format: ~/x", schema)["format"], Value("/home/me/x"));
  EXPECT_EQ(complaint("format: [x]", schema),
            "'format' of rule type 'sift' must be a path, not a list");
}

TEST(SchemaShapes, a_broken_one_is_its_authors_bug) {
  const std::string bug = "rule type 'sift' has a schema that cannot be used: ";
  EXPECT_EQ(complaint("{}", "{").substr(0, bug.size()), bug);
  EXPECT_EQ(complaint("{}", "[]").substr(0, bug.size()), bug);
  EXPECT_EQ(complaint("{}", R"({"type": 3})").substr(0, bug.size()), bug);
  EXPECT_EQ(complaint("{a: x}", R"({"properties": {"a": {"pattern": "("}}})").substr(0, bug.size()),
            bug);
  for (const std::string schema :
       {R"({"properties": 3, "required": "a"})", R"({"properties": {"a": {"$ref": "#/nowhere"}}})",
        R"({"properties": {"a": {"$ref": "#/properties/a"}}})", R"({"required": [3]})",
        R"({"properties": {"a": {"$ref": "#/~2"}}})",
        R"({"properties": {"a": {"$ref": "x.json"}}})",
        R"({"properties": {"a": {"enum": 3, "default": {}}}})"})
    EXPECT_NE(complaint("{a: x}", schema), "") << schema;
}

}  // namespace
}  // namespace mailcomb::config
