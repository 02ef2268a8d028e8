// SPDX-License-Identifier: Apache-2.0
// Expression: a filter, as a tree of predicates over columns. Relative times are already absolute.
#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "mail/location.hpp"
#include "mailcomb/value.hpp"

namespace mailcomb::filter {

// What kind of knowledge a predicate rests on; guards ask (plan/guards.hpp).
enum class Nature { kAge, kReadState, kPlace, kCategory, kImportance, kOther };

// A leaf. Unknown if its column is null or the provider lacks it.
struct Predicate {
  enum class Test {
    kTrue,          // Every message: `in: anywhere`.
    kContains,      // A text, or any item of a list, contains `text` regardless of case.
    kMatches,       // … matches `regex`.
    kEquals,        // … is `text` regardless of case.
    kIs,            // The text is `text`, letter by letter.
    kAddress,       // Any address of the column is `text` regardless of case.
    kDomain,        // … is in the domain `text`, not in a subdomain.
    kWithinDomain,  // … is in the domain `text` or below it.
    kPresent,       // The list is not empty.
    kBefore,        // The time, size or count is < `number`.
    kFrom,          // … is >= `number`.
    kFlagSet,       // Any of the bits of `number` is set.
    kFlagClear,     // None of them is.
    kUserLabel,     // Has a label of the user's own, or lies in a folder of the user's own.
  };
  Test test = Test::kTrue;
  std::string column;
  std::string text;
  std::int64_t number = 0;
  std::shared_ptr<const re2::RE2> regex;
  Nature nature = Nature::kOther;
  std::string source;  // What the user wrote: "older_than: 180d".
};

struct Expression {
  enum class Kind { kAll, kAny, kNot, kPredicate };
  Kind kind = Kind::kAll;
  std::vector<Expression> of;  // Of kAll and kAny any number, of kNot one. All of nothing is true.
  Predicate predicate;         // Of kPredicate.
  std::string name = {};       // "$bulk", if a policy named it so; says nothing of what is true.

  static Expression all(std::vector<Expression> of) { return {Kind::kAll, std::move(of), {}}; }
  static Expression any(std::vector<Expression> of) { return {Kind::kAny, std::move(of), {}}; }
  static Expression negate(Expression of) { return {Kind::kNot, {std::move(of)}, {}}; }
  static Expression leaf(Predicate predicate) {
    return {Kind::kPredicate, {}, std::move(predicate)};
  }
  bool selects_everything() const { return kind == Kind::kAll && of.empty(); }
};

// Calls `visit(predicate, negated)` for every leaf, in order.
template <class Visit>
void for_each_predicate(const Expression& expression, Visit&& visit, bool negated = false) {
  if (expression.kind == Expression::Kind::kPredicate) {
    visit(expression.predicate, negated);
    return;
  }
  const bool inner = negated != (expression.kind == Expression::Kind::kNot);
  for (const auto& part : expression.of) for_each_predicate(part, visit, inner);
}

// The columns that the expression reads, `category` and `importance` among them whether they are
// derived or not.
std::set<std::string> columns_of(const Expression& expression);

// The canonical form that providers and plugins get (abi/provider.h): maps of one operator each.
sdk::Value to_value(const Expression& expression);

// As one line of the policy language: "category: promotions and older_than: 90d".
std::string to_text(const Expression& expression);

}  // namespace mailcomb::filter
