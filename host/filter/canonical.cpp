// SPDX-License-Identifier: Apache-2.0
#include "filter/canonical.hpp"

#include "mail/state.hpp"
#include "mailcomb/abi/column.h"

namespace mailcomb::filter {
namespace {

using Kind = Expression::Kind;
using Test = Predicate::Test;
using sdk::Value;

constexpr std::string_view kHeader = "header:";

Value entry(std::string_view key, Value value) {
  auto map = Value::map();
  map.set(key, std::move(value));
  return map;
}

Value header_entry(const Predicate& predicate, std::string_view key) {
  auto header = Value::map();
  header.set("name", predicate.column.substr(kHeader.size()));
  header.set(key, predicate.text);
  return entry("header", std::move(header));
}

bool is_header(const Predicate& predicate) { return predicate.column.starts_with(kHeader); }

Value contains(const Predicate& predicate) {
  if (predicate.column == "header:list-id") return entry("list_id", predicate.text);
  return is_header(predicate) ? header_entry(predicate, "contains")
                              : entry(predicate.column, predicate.text);
}

Value equals(const Predicate& predicate) {
  if (is_header(predicate)) return header_entry(predicate, "is");
  if (predicate.column == "location") return entry("in", predicate.text);
  if (predicate.column == "labels") return entry("label", predicate.text);
  return entry(predicate.column, predicate.text);
}

Value matches(const Predicate& predicate) {
  if (is_header(predicate)) return header_entry(predicate, "regex");
  return entry(predicate.column, entry("regex", predicate.text));
}

Value flags(const Predicate& predicate) {
  const auto names = mail::flag_names(static_cast<std::uint64_t>(predicate.number));
  if (names.size() == 1) return entry("is", names.front());
  auto parts = Value::list();
  for (const auto& name : names) parts.push(entry("is", name));
  return entry("any", std::move(parts));
}

Value no_flags(const Predicate& predicate) {
  if (predicate.number == std::int64_t{MAILCOMB_FLAG_UNREAD}) return entry("is", "read");
  return entry("not", flags(predicate));
}

Value number(const Predicate& predicate) {
  const bool is_below = predicate.test == Test::kBefore;
  if (predicate.column == "attachments") return entry("has", "attachment");
  if (predicate.column == "size_bytes")
    return entry(is_below ? "smaller_than" : "larger_than", predicate.number);
  return entry(is_below ? "received_before" : "received_after", predicate.number);
}

Value leaf(const Predicate& predicate) {
  switch (predicate.test) {
    case Test::kTrue: return entry("in", "anywhere");
    case Test::kContains: return contains(predicate);
    case Test::kMatches: return matches(predicate);
    case Test::kEquals: return equals(predicate);
    case Test::kAddress: return entry(predicate.column, predicate.text);
    case Test::kDomain: return entry(predicate.column, "@" + predicate.text);
    case Test::kWithinDomain: return entry("sender_domain", predicate.text);
    case Test::kPresent: return entry("header", predicate.column.substr(kHeader.size()));
    case Test::kIs: return entry(predicate.column, predicate.text);
    case Test::kBefore:
    case Test::kFrom: return number(predicate);
    case Test::kFlagSet: return flags(predicate);
    case Test::kFlagClear: return no_flags(predicate);
    case Test::kUserLabel: return entry("has", "user-label");
  }
  return {};
}

Value inner(const Expression& expression);

Value parts(const Expression& expression, std::string_view key) {
  auto list = Value::list();
  for (const auto& part : expression.of) list.push(inner(part));
  return entry(key, std::move(list));
}

// The language has no empty filter but the whole one, since it is mostly a slip.
Value inner(const Expression& expression) {
  const auto everything = entry("in", "anywhere");
  if (expression.selects_everything()) return everything;
  if (expression.kind == Kind::kAny && expression.of.empty()) return entry("not", everything);
  return to_value(expression);
}

}  // namespace

bool is_draft(const Expression& expression) {
  if (expression.kind != Kind::kAny || expression.of.size() != 2) return false;
  const auto& flag = expression.of[0];
  const auto& place = expression.of[1];
  return flag.kind == Kind::kPredicate && flag.predicate.test == Test::kFlagSet &&
         flag.predicate.number == std::int64_t{MAILCOMB_FLAG_DRAFT} &&
         place.kind == Kind::kPredicate && place.predicate.test == Test::kEquals &&
         place.predicate.column == "location" && place.predicate.text == "drafts";
}

Value to_value(const Expression& expression) {
  if (expression.selects_everything()) return Value::map();
  if (expression.kind == Kind::kAny && expression.of.empty()) return inner(expression);
  if (is_draft(expression)) return entry("is", "draft");
  switch (expression.kind) {
    case Kind::kAll: return parts(expression, "all");
    case Kind::kAny: return parts(expression, "any");
    case Kind::kNot: return entry("not", inner(expression.of.front()));
    case Kind::kPredicate: return leaf(expression.predicate);
  }
  return {};
}

}  // namespace mailcomb::filter
