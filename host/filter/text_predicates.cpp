// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "filter/predicates.hpp"
#include "support/ascii.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"

namespace mailcomb::filter {
namespace {

using Test = Predicate::Test;

constexpr std::array<std::string_view, 5> kHeaderKeys = {"name", "in", "is", "contains", "regex"};

// RFC 5322 section 3.6.8: printable ASCII but the colon.
bool is_field_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return c > ' ' && c < 0x7F && c != ':'; });
}

std::string column_of(std::string_view name) { return "header:" + ascii_lower(name); }

std::optional<std::string> read_field_name(Reading& reading, const Node& value) {
  auto name = read_text(value, "the name of 'header'", reading.errors);
  if (!name) return {};
  if (is_field_name(*name)) return name;
  const auto colon = name->find(':');
  reading.refuse(value.mark, in_quotes(*name) + " is not the name of a header",
                 colon != std::string::npos && colon > 0 && is_field_name(name->substr(0, colon))
                     ? "did you mean '" + name->substr(0, colon) + "'?"
                     : "");
  return {};
}

// One operator of {name: …, in: …, contains: …}.
Parsed parse_operator(Reading& reading, const std::string& name, const std::string& key,
                      const Node& value) {
  const std::string what = "'" + key + "' of 'header'";
  Parsed leaf;
  if (key == "regex") {
    auto regex = read_regex(reading, "header", value);
    if (!regex) return {};
    leaf = regex_leaf(column_of(name), "header", std::move(regex));
  } else {
    auto text = read_text(value, what, reading.errors);
    if (!text) return {};
    const auto test = key == "contains" ? Test::kContains : Test::kEquals;
    leaf = text_leaf(test, column_of(name), "header", std::move(*text));
  }
  leaf->predicate.source = "header: {name: " + yaml_scalar(name) + ", " +
                           (key == "in" ? "is" : key) + ": " + yaml_scalar(leaf->predicate.text) +
                           "}";
  return leaf;
}

Parsed parse_in(Reading& reading, const std::string& name, const Node& value) {
  if (value.kind != Node::Kind::kList || value.members.empty())
    return reading.refuse(value.mark, "'in' of 'header' is a list of texts");
  std::vector<Expression> parts;
  for (const auto& member : value.members)
    if (auto part = parse_operator(reading, name, "in", member.value))
      parts.push_back(std::move(*part));
  if (parts.size() < value.members.size()) return {};
  return combine(Expression::Kind::kAny, std::move(parts));
}

Parsed parse_header_map(Reading& reading, const Node& value) {
  check_keys(value, kHeaderKeys, "'header'", reading.errors);
  const Node* name_node = value.find("name");
  if (!name_node)
    return reading.refuse(value.mark, "'header' has no 'name'",
                          "write {name: List-Id, contains: news}");
  const auto name = read_field_name(reading, *name_node);
  if (!name) return {};
  if (value.members.size() == 1)
    return reading.refuse(value.mark, "'header' has none of 'in', 'is', 'contains', 'regex'",
                          "if it only has to be there, write header: " + *name);
  std::vector<Expression> parts;
  for (const auto& member : value.members) {
    if (member.key == "name") continue;
    if (std::find(kHeaderKeys.begin(), kHeaderKeys.end(), member.key) == kHeaderKeys.end())
      continue;
    auto part = member.key == "in" ? parse_in(reading, *name, member.value)
                                   : parse_operator(reading, *name, member.key, member.value);
    if (part) parts.push_back(std::move(*part));
  }
  return combine(Expression::Kind::kAll, std::move(parts));
}

}  // namespace

Parsed parse_subject(Reading& reading, const std::string& key, const Node& value) {
  if (value.kind == Node::Kind::kMap)
    return parse_regex_map(reading, key, value, "write a part of the subject, or {regex: …}");
  auto text = read_value(reading, key, value);
  if (!text) return {};
  return text_leaf(Test::kContains, "subject", key, std::move(*text));
}

Parsed parse_list_id(Reading& reading, const std::string& key, const Node& value) {
  auto text = read_value(reading, key, value);
  if (!text) return {};
  return text_leaf(Test::kContains, "header:list-id", key, std::move(*text));
}

Parsed parse_header(Reading& reading, const std::string& key, const Node& value) {
  if (value.kind == Node::Kind::kMap) return parse_header_map(reading, value);
  if (value.kind == Node::Kind::kList)
    return reading.refuse(value.mark, "'header' takes one header",
                          "write any: [{header: A}, {header: B}] for either, all: for both");
  const auto name = read_field_name(reading, value);
  if (!name) return {};
  auto leaf = text_leaf(Test::kPresent, column_of(*name), key, *name);
  leaf.predicate.text.clear();
  return leaf;
}

}  // namespace mailcomb::filter
