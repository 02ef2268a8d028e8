// SPDX-License-Identifier: Apache-2.0
#include "filter/language.hpp"

#include <algorithm>
#include <array>

#include "filter/predicates.hpp"
#include "filter/reading.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::filter {
namespace {

using Kind = Expression::Kind;

// In canonical form each level is two of a value's 64.
constexpr int kDepthMax = 24;

enum class Lists { kAnyOf, kAsTheyAre };

struct Key {
  std::string_view name;
  ParseValue parse;
  Lists lists;
};

Parsed parse_parts(Reading& reading, const std::string& key, const Node& value);
Parsed parse_not(Reading& reading, const std::string& key, const Node& value);

constexpr std::array<Key, 23> kKeys = {{
    {"from", parse_address, Lists::kAnyOf},
    {"to", parse_address, Lists::kAnyOf},
    {"cc", parse_address, Lists::kAnyOf},
    {"sender_domain", parse_sender_domain, Lists::kAnyOf},
    {"subject", parse_subject, Lists::kAnyOf},
    {"older_than", parse_age, Lists::kAsTheyAre},
    {"newer_than", parse_age, Lists::kAsTheyAre},
    {"received_before", parse_received, Lists::kAsTheyAre},
    {"received_after", parse_received, Lists::kAsTheyAre},
    {"larger_than", parse_size_bound, Lists::kAsTheyAre},
    {"smaller_than", parse_size_bound, Lists::kAsTheyAre},
    {"category", parse_category, Lists::kAnyOf},
    {"importance", parse_importance, Lists::kAnyOf},
    {"is", parse_is, Lists::kAsTheyAre},
    {"has", parse_has, Lists::kAsTheyAre},
    {"label", parse_label, Lists::kAnyOf},
    {"in", parse_place, Lists::kAnyOf},
    {"header", parse_header, Lists::kAsTheyAre},
    {"list_id", parse_list_id, Lists::kAnyOf},
    {"thread", parse_thread, Lists::kAnyOf},
    {"all", parse_parts, Lists::kAsTheyAre},
    {"any", parse_parts, Lists::kAsTheyAre},
    {"not", parse_not, Lists::kAsTheyAre},
}};
constexpr auto kNames = [] {
  std::array<std::string_view, kKeys.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kKeys[i].name;
  return names;
}();

bool is_name(const Node& node) {
  return node.kind == Node::Kind::kText && node.text.starts_with('$');
}

Parsed parse_name(Reading& reading, const Node& node) {
  if (!reading.definitions)
    return reading.refuse(node.mark, in_quotes(node.text) + " has no meaning here",
                          "named filters are those of a policy's 'define'");
  return reading.definitions->use(node.text.substr(1), node.mark, reading.errors);
}

Parsed parse_member(Reading& reading, const Node::Member& member) {
  if (member.key.starts_with('$'))
    return reading.refuse(member.key_mark, in_quotes(member.key) + " is a filter, not a key",
                          "write all: [" + member.key + ", {is: unread}]");
  const auto* key = std::find_if(kKeys.begin(), kKeys.end(),
                                 [&](const Key& known) { return known.name == member.key; });
  if (key == kKeys.end())
    return reading.refuse(member.key_mark, "unknown key " + in_quotes(member.key),
                          suggest(member.key, kNames, "filters"));
  if (key->lists == Lists::kAnyOf)
    return parse_any_of(reading, member.key, member.value, key->parse);
  return key->parse(reading, member.key, member.value);
}

// A mapping, whose keys are ANDed, or a name.
Parsed parse_filter(Reading& reading, const Node& node) {
  if (is_name(node)) return parse_name(reading, node);
  if (node.kind != Node::Kind::kMap)
    return reading.refuse(node.mark, "a filter is a mapping, not " + describe(node));
  std::vector<Expression> parts;
  for (const auto& member : node.members)
    if (auto part = parse_member(reading, member)) parts.push_back(std::move(*part));
  if (parts.size() < node.members.size()) return {};
  return combine(Kind::kAll, std::move(parts));
}

// A filter within `all`, `any` or `not`, or one with a name.
Parsed parse_inner(Reading& reading, const Node& node) {
  if (node.kind == Node::Kind::kMap && node.members.empty())
    return reading.refuse(node.mark, "an empty filter selects every message",
                          "if that is meant, write {in: anywhere}");
  return parse_filter(reading, node);
}

Parsed parse_parts(Reading& reading, const std::string& key, const Node& value) {
  if (value.kind != Node::Kind::kList || value.members.empty())
    return reading.refuse(value.mark, "'" + key + "' is a list of filters",
                          "write " + key + ": [{is: unread}, {older_than: 30d}]");
  std::vector<Expression> parts;
  for (const auto& member : value.members)
    if (auto part = parse_inner(reading, member.value)) parts.push_back(std::move(*part));
  if (parts.size() < value.members.size()) return {};
  return combine(key == "all" ? Kind::kAll : Kind::kAny, std::move(parts));
}

Parsed parse_not(Reading& reading, const std::string&, const Node& value) {
  auto inner = value.kind == Node::Kind::kList ? parse_parts(reading, "not", value)
                                               : parse_inner(reading, value);
  if (!inner) return {};
  return Expression::negate(std::move(*inner));
}

int depth(const Expression& expression) {
  int deepest = 0;
  for (const auto& part : expression.of) deepest = std::max(deepest, depth(part));
  return expression.kind == Kind::kPredicate ? 0 : deepest + 1;
}

Expression checked(Reading& reading, const Node& node, Parsed expression) {
  // Nothing matches what could not be read, should anyone use it after all.
  const auto nothing = Expression::any({});
  if (!expression) return nothing;
  if (depth(*expression) > kDepthMax) {
    reading.refuse(node.mark, "the filter nests deeper than 24 levels");
    return nothing;
  }
  return std::move(*expression);
}

}  // namespace

Expression parse(const Node& node, Time now, Errors& errors, Definitions* definitions) {
  Reading reading{now, errors, definitions};
  return checked(reading, node, parse_filter(reading, node));
}

Expression parse_part(const Node& node, Time now, Errors& errors, Definitions* definitions) {
  Reading reading{now, errors, definitions};
  return checked(reading, node, parse_inner(reading, node));
}

}  // namespace mailcomb::filter
