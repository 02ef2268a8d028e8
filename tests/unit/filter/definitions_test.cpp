// SPDX-License-Identifier: Apache-2.0
// Named filters: what they stand for, and what is wrong with them, once and at its place.
#include "filter/definitions.hpp"

#include "unit/filter/parsed.hpp"

namespace mailcomb::filter {
namespace {

using testing::kNow;

// The mapping of `define`, and a filter that may use it.
struct Read {
  std::string text;
  std::string errors;
  std::string warnings;
};

Read read(const std::string& define, const std::string& filter = "{is: unread}") {
  Errors errors;
  Definitions definitions(*parse_yaml(define, "d.yaml"), kNow, errors);
  const auto expression = parse(*parse_yaml(filter, "f.yaml"), kNow, errors, &definitions);
  return {to_text(expression), testing::to_texts(errors),
          testing::to_texts(definitions.find_unused())};
}

TEST(Definitions, stand_for_their_filter_wherever_a_filter_stands) {
  const std::string define =
      "bulk: {any: [{header: List-Id}, {header: {name: Precedence, is: bulk}}]}";
  const std::string bulk = "header: List-Id or header: {name: Precedence, is: bulk}";
  EXPECT_EQ(read(define, "$bulk").text, bulk);
  EXPECT_EQ(read(define, "{all: [$bulk, {is: unread}]}").text, "(" + bulk + ") and is: unread");
  EXPECT_EQ(read(define, "{any: [$bulk]}").text, bulk);
  EXPECT_EQ(read(define, "{not: $bulk}").text, "not (" + bulk + ")");
  EXPECT_EQ(read(define, "{not: [$bulk]}").text, "not (" + bulk + ")");
  EXPECT_EQ(read(define, "{all: [$bulk, {not: $bulk}]}").errors, "");
}

TEST(Definitions, may_use_each_other_in_any_order) {
  EXPECT_EQ(read("{old-bulk: {all: [$bulk, $old]}, bulk: {header: List-Id}, old: {older_than: 1y}}",
                 "$old-bulk")
                .text,
            "header: List-Id and older_than: 1y");
}

TEST(Definitions, are_named_in_explanations) {
  Errors errors;
  Definitions definitions(
      *parse_yaml("{bulk: {any: [{is: unread}, {is: starred}]}, old: {older_than: 1y}}", "d.yaml"),
      kNow, errors);
  const auto filter =
      parse(*parse_yaml("{all: [$bulk, $old]}", "f.yaml"), kNow, errors, &definitions);
  EXPECT_EQ(filter.of[0].name, "$bulk");
  EXPECT_EQ(filter.of[1].name, "$old");
}

TEST(Definitions, that_are_unknown_are_refused_with_a_suggestion) {
  EXPECT_EQ(read("{bulk: {is: unread}}", "{any: [$blk]}").errors,
            "f.yaml:1:8: there is no '$blk'\n"
            "  {any: [$blk]}\n"
            "         ^\n"
            "  hint: did you mean '$bulk'?\n");
  EXPECT_EQ(read("{bulk: {is: unread}, old: {is: read}}", "$elsewhere").errors,
            "f.yaml:1:1: there is no '$elsewhere'\n"
            "  $elsewhere\n"
            "  ^\n"
            "  hint: named filters are $bulk, $old\n");
  Errors errors;
  Definitions none;
  parse(*parse_yaml("{not: $bulk}", "f.yaml"), kNow, errors, &none);
  EXPECT_EQ(testing::to_texts(errors),
            "f.yaml:1:7: there is no '$bulk'\n"
            "  {not: $bulk}\n"
            "        ^\n"
            "  hint: name it under 'define': {bulk: {is: unread}}\n");
}

TEST(Definitions, must_not_contain_themselves) {
  EXPECT_EQ(read("a: {any: [{is: unread}, $b]}\nb: {not: $c}\nc: {all: [$a]}\n").errors,
            "d.yaml:3:11: '$c': '$a' would contain itself: $a → $b → $c → $a\n"
            "  c: {all: [$a]}\n"
            "            ^\n"
            "  hint: write one of them without the other\n");
  EXPECT_EQ(read("a: {not: $a}").errors,
            "d.yaml:1:10: '$a': '$a' would contain itself: $a → $a\n"
            "  a: {not: $a}\n"
            "           ^\n"
            "  hint: write one of them without the other\n");
}

TEST(Definitions, tell_their_errors_once_and_not_where_they_are_used) {
  EXPECT_EQ(
      read("a: {older_then: 1y}\nb: {any: [$a, {is: unred}]}\n", "{any: [$a, $b, $a]}").errors,
      "d.yaml:1:5: '$a': unknown key 'older_then'\n"
      "  a: {older_then: 1y}\n"
      "      ^\n"
      "  hint: did you mean 'older_than'?\n"
      "d.yaml:2:20: '$b': 'unred' is nothing that 'is' knows\n"
      "  b: {any: [$a, {is: unred}]}\n"
      "                     ^\n"
      "  hint: did you mean 'unread'?\n");
}

TEST(Definitions, select_something) {
  EXPECT_EQ(read("a: {}").errors,
            "d.yaml:1:4: '$a': an empty filter selects every message\n"
            "  a: {}\n"
            "     ^\n"
            "  hint: if that is meant, write {in: anywhere}\n");
  EXPECT_EQ(read("a: [{is: unread}]").errors,
            "d.yaml:1:4: '$a': a filter is a mapping, not a list\n"
            "  a: [{is: unread}]\n"
            "     ^\n");
}

TEST(Definitions, that_nobody_uses_are_warned_about) {
  const auto unused = read("{a: {is: unread}, b: $a, c: {is: read}}", "$c");
  EXPECT_EQ(unused.errors, "");
  EXPECT_EQ(unused.warnings,
            "d.yaml:1:19: '$b' is defined, and no filter uses it\n"
            "  {a: {is: unread}, b: $a, c: {is: read}}\n"
            "                    ^\n"
            "  hint: remove it, or use it as in all: [$b]\n");
}

// Each of them doubles the one before: a short file must not become a long day.
TEST(Definitions, have_a_bound_together) {
  std::string define = "a0: {any: [{is: unread}, {is: starred}]}\n";
  for (int i = 1; i < 20; ++i) {
    const auto before = "$a" + std::to_string(i - 1);
    define += "a" + std::to_string(i) + ": {any: [" + before + ", " + before + "]}\n";
  }
  const auto errors = read(define).errors;
  EXPECT_NE(errors.find("named filters come to more than 10,000 conditions\n"), std::string::npos);
  EXPECT_EQ(errors.find("contain itself"), std::string::npos);
}

TEST(Definitions, have_no_place_in_what_plugins_say) {
  EXPECT_EQ(testing::refused("not: $bulk"),
            "f.yaml:1:6: '$bulk' has no meaning here\n"
            "  not: $bulk\n"
            "       ^\n"
            "  hint: named filters are those of a policy's 'define'\n");
  EXPECT_EQ(testing::refused("$bulk: x"),
            "f.yaml:1:1: '$bulk' is a filter, not a key\n"
            "  $bulk: x\n"
            "  ^\n"
            "  hint: write all: [$bulk, {is: unread}]\n");
}

}  // namespace
}  // namespace mailcomb::filter
