// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "unit/filter/parsed.hpp"

namespace mailcomb::filter {
namespace {

using testing::refused;

// The first line of the errors without its place, and the hint of the last.
std::string complaint(const std::string& text) {
  const auto full = refused(text);
  if (full.empty()) return "no error";
  const auto begin = full.find(": ") + 2;
  const auto hint = full.rfind("\n  hint: ");
  std::string told = full.substr(begin, full.find('\n') - begin);
  if (hint != std::string::npos) told += " | " + full.substr(hint + 9, full.size() - hint - 10);
  return told;
}

TEST(LanguageErrors, all_of_a_filter_come_in_one_pass_with_places) {
  EXPECT_EQ(refused("older_then: 30d\n"
                    "any: [{subject: yes}, {category: promotion}]\n"
                    "subject: {regex: 'a(b'}\n"),
            "f.yaml:1:1: unknown key 'older_then'\n"
            "  older_then: 30d\n"
            "  ^\n"
            "  hint: did you mean 'older_than'?\n"
            "f.yaml:2:17: unquoted 'yes' is a boolean to YAML 1.1, but 'subject' needs a text\n"
            "  any: [{subject: yes}, {category: promotion}]\n"
            "                  ^\n"
            "  hint: if the text is meant, quote it: \"yes\"\n"
            "f.yaml:2:34: 'promotion' is nothing that 'category' knows\n"
            "  any: [{subject: yes}, {category: promotion}]\n"
            "                                   ^\n"
            "  hint: did you mean 'promotions'?\n"
            "f.yaml:3:18: 'a(b' is not a regular expression: missing ): a(b\n"
            "  subject: {regex: 'a(b'}\n"
            "                   ^\n"
            "  hint: the syntax is that of RE2, without look-around and back-references\n");
}

TEST(LanguageErrors, addresses) {
  const std::string forms = "write a full address, \"@domain\" for that domain only, or {regex: …}";
  EXPECT_EQ(complaint("from: news"), "'news' is not an address | " + forms);
  EXPECT_EQ(complaint("from: a@b@"), "'a@b@' is not an address | " + forms);
  EXPECT_EQ(complaint("from: '*@b.example'"), "'*@b.example' is not an address | " + forms);
  EXPECT_EQ(complaint("from: Ann <a@b.example>"),
            "'Ann <a@b.example>' is not an address | write the address alone: a@b.example");
  EXPECT_EQ(complaint("to: b.example"),
            "'b.example' is not an address | write \"@b.example\" for that domain only, or "
            "sender_domain: b.example for those below it too");
  EXPECT_EQ(complaint("cc: {is: a}"), "unknown key 'is' in 'cc' | its keys are regex");
  EXPECT_EQ(complaint("cc: {}"), "'cc' is an empty mapping | " + forms);
  EXPECT_EQ(complaint("subject: {regexp: a}"),
            "unknown key 'regexp' in 'subject' | did you mean 'regex'?");
  EXPECT_EQ(complaint("from: [a@b.example, [c@d.example]]"), "'from' is a text, not a list");
}

TEST(LanguageErrors, domains) {
  EXPECT_EQ(complaint("sender_domain: \"@b.example\""),
            "'@b.example' is not a domain | did you mean 'b.example'? It stands for those below "
            "it too");
  EXPECT_EQ(complaint("sender_domain: '*.b.example'"),
            "'*.b.example' is not a domain | did you mean 'b.example'? It stands for those below "
            "it too");
  EXPECT_EQ(complaint("sender_domain: a b"),
            "'a b' is not a domain | write a domain such as example.com");
}

TEST(LanguageErrors, emptiness) {
  EXPECT_EQ(complaint("subject: ''"), "'subject' is empty");
  EXPECT_EQ(complaint("from: \"\""), "'from' is empty");
  EXPECT_EQ(complaint("list_id: ' '"), "'list_id' is empty");
  EXPECT_EQ(complaint("label: []"), "the list of 'label' is empty");
  EXPECT_EQ(complaint("subject: {regex: ''}"), "the regular expression of 'subject' is empty");
  EXPECT_EQ(complaint("older_than:"), "'older_than' has no value");
  EXPECT_EQ(complaint("any: []"),
            "'any' is a list of filters | write any: [{is: unread}, {older_than: 30d}]");
  EXPECT_EQ(complaint("not: {}"),
            "an empty filter selects every message | if that is meant, write {in: anywhere}");
  EXPECT_EQ(complaint("any: [{}]"),
            "an empty filter selects every message | if that is meant, write {in: anywhere}");
}

TEST(LanguageErrors, shapes) {
  EXPECT_EQ(complaint("[a]"), "a filter is a mapping, not a list");
  EXPECT_EQ(complaint("all: {is: unread}"),
            "'all' is a list of filters | write all: [{is: unread}, {older_than: 30d}]");
  EXPECT_EQ(complaint("not: unread"), "a filter is a mapping, not 'unread'");
  EXPECT_EQ(complaint("all: [unread]"), "a filter is a mapping, not 'unread'");
  EXPECT_EQ(complaint("is: [unread, starred]"),
            "'is' takes one value, not a list | write all: [{is: a}, {is: b}] for both, any: "
            "[{is: a}, {is: b}] for either");
  EXPECT_EQ(complaint("older_than: [1d, 2d]"), "'older_than' is a text, not a list");
  EXPECT_EQ(complaint("category: {regex: a}"), "'category' is a text, not a mapping");
}

TEST(LanguageErrors, words) {
  EXPECT_EQ(complaint("is: unred"), "'unred' is nothing that 'is' knows | did you mean 'unread'?");
  EXPECT_EQ(complaint("in: anywere"),
            "'anywere' is nothing that 'in' knows | did you mean 'anywhere'?");
  EXPECT_EQ(complaint("has: stars"),
            "'stars' is nothing that 'has' knows | its values are attachment, "
            "list-unsubscribe, user-label");
  EXPECT_EQ(complaint("importance: hihg"),
            "'hihg' is nothing that 'importance' knows | did you mean 'high'?");
  EXPECT_EQ(complaint("importance: urgent"),
            "'urgent' is nothing that 'importance' knows | its values are critical, high, medium, "
            "low, spam");
  EXPECT_EQ(complaint("thread: ''"), "'thread' is empty");
  EXPECT_EQ(complaint("category: Social"),
            "'Social' is nothing that 'category' knows | did you mean 'social'?");
}

TEST(LanguageErrors, times) {
  EXPECT_EQ(complaint("older_than: 1M"),
            "'1M' could mean minutes or months | for months write '1mo'");
  EXPECT_EQ(complaint("newer_than: 30"), "'30' is not a duration | did you mean '30d'?");
  const std::string dates = "write 2024-01-31, which begins at 00:00 UTC, or 2024-01-31T18:30:00Z";
  for (const std::string date : {"yesterday", "20240131", "2024-02-30", "2024-01-31T18:30:00"})
    EXPECT_EQ(complaint("received_before: " + date),
              "'" + date + "' is not a date or time | " + dates);
}

TEST(LanguageErrors, sizes) {
  EXPECT_EQ(complaint("larger_than: 1M"),
            "'1M' could count in thousands or in steps of 1024 | write '1MB' or '1MiB'");
  EXPECT_EQ(complaint("smaller_than: 5000"), "'5000' has no unit | for bytes write '5000B'");
  EXPECT_EQ(complaint("larger_than: [1MB, 2MB]"), "'larger_than' is a text, not a list");
  EXPECT_EQ(complaint("larger_than:"), "'larger_than' has no value");
}

TEST(LanguageErrors, headers) {
  EXPECT_EQ(complaint("header: 'List-Id:'"),
            "'List-Id:' is not the name of a header | did you mean 'List-Id'?");
  EXPECT_EQ(complaint("header: List Id"), "'List Id' is not the name of a header");
  EXPECT_EQ(complaint("header: [A, B]"),
            "'header' takes one header | write any: [{header: A}, {header: B}] for either, all: "
            "for both");
  EXPECT_EQ(complaint("header: {is: a}"),
            "'header' has no 'name' | write {name: List-Id, contains: news}");
  EXPECT_EQ(complaint("header: {name: A}"),
            "'header' has none of 'in', 'is', 'contains', 'regex' | if it only has to be there, "
            "write header: A");
  EXPECT_EQ(complaint("header: {name: A, contain: b}"),
            "unknown key 'contain' in 'header' | did you mean 'contains'?");
  EXPECT_EQ(complaint("header: {name: A, in: b}"), "'in' of 'header' is a list of texts");
  EXPECT_EQ(complaint("header: {name: A, is: YES}"),
            "unquoted 'YES' is a boolean to YAML 1.1, but 'is' of 'header' needs a text | if the "
            "text is meant, quote it: \"YES\"");
}

TEST(LanguageErrors, regular_expressions_have_bounds) {
  EXPECT_EQ(complaint("subject: {regex: '(?=a)'}").substr(0, 59),
            "'(?=a)' is not a regular expression: invalid perl operator:");
  EXPECT_EQ(complaint("subject: {regex: '" + std::string(1001, 'a') + "'}"),
            "the regular expression of 'subject' is longer than 1000 bytes");
  EXPECT_EQ(complaint("subject: {regex: '((\\pL{100}){10}){10}'}").find("no error"),
            std::string::npos);
}

TEST(LanguageErrors, depth_has_a_bound) {
  std::string nested = "is: unread";
  for (int i = 0; i < 24; ++i) nested = "not: {" + nested + "}";
  EXPECT_EQ(complaint(nested), "no error");
  EXPECT_EQ(complaint("not: {" + nested + "}"), "the filter nests deeper than 24 levels");
}

TEST(LanguageErrors, what_could_not_be_read_matches_nothing) {
  Errors errors;
  const auto expression = parse(*parse_yaml("older_then: 3d", "f.yaml"), testing::kNow, errors);
  EXPECT_FALSE(expression.selects_everything());
}

}  // namespace
}  // namespace mailcomb::filter
