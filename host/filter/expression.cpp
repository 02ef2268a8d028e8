// SPDX-License-Identifier: Apache-2.0
#include "filter/expression.hpp"

#include "filter/canonical.hpp"
#include "support/quote.hpp"
#include "support/time.hpp"

namespace mailcomb::filter {
namespace {

using Kind = Expression::Kind;
using Test = Predicate::Test;

enum class Position { kOutermost, kInner };

// Of a value of the canonical form, in one line.
std::string spell(const sdk::Value& value) {
  if (value.is(sdk::Value::Kind::kText)) return yaml_scalar(value.text());
  if (value.is(sdk::Value::Kind::kI64)) return std::to_string(value.integer());
  const bool is_map = value.is(sdk::Value::Kind::kMap);
  std::string text;
  for (const auto& member : value.members())
    text += (text.empty() ? "" : ", ") + (is_map ? member.key + ": " : "") + spell(member.value);
  return is_map ? "{" + text + "}" : "[" + text + "]";
}

// Of a leaf that nobody wrote, such as a guard's.
std::string spell(const Predicate& predicate) {
  if (!predicate.source.empty()) return predicate.source;
  if (predicate.column == "received_at")
    return (predicate.test == Test::kBefore ? "received_before: " : "received_after: ") +
           to_rfc3339(from_unix_ms(predicate.number));
  const auto text = spell(to_value(Expression::leaf(predicate)));
  return text.substr(1, text.size() - 2);
}

std::string spell(const Expression& expression, Position position);

std::string spell_parts(const Expression& expression, const char* between, Position position) {
  std::string text;
  for (const auto& part : expression.of)
    text += (text.empty() ? "" : between) + spell(part, Position::kInner);
  return position == Position::kInner ? "(" + text + ")" : text;
}

std::string spell(const Expression& expression, Position position) {
  if (expression.selects_everything()) return "every message";
  if (is_draft(expression)) return "is: draft";
  switch (expression.kind) {
    case Kind::kAll: return spell_parts(expression, " and ", position);
    case Kind::kAny:
      return expression.of.empty() ? "no message" : spell_parts(expression, " or ", position);
    case Kind::kNot: return "not " + spell(expression.of.front(), Position::kInner);
    case Kind::kPredicate: return spell(expression.predicate);
  }
  return {};
}

}  // namespace

std::set<std::string> columns_of(const Expression& expression) {
  std::set<std::string> columns;
  for_each_predicate(expression, [&](const Predicate& predicate, bool) {
    if (!predicate.column.empty()) columns.insert(predicate.column);
    // A folder of the user's own is a label where there are none.
    if (predicate.test == Test::kUserLabel) columns.insert("location");
  });
  return columns;
}

std::string to_text(const Expression& expression) {
  return spell(expression, Position::kOutermost);
}

}  // namespace mailcomb::filter
