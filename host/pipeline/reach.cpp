// SPDX-License-Identifier: Apache-2.0
#include "pipeline/reach.hpp"

#include <algorithm>

namespace mailcomb::pipeline {
namespace {

using filter::Expression;
using filter::Predicate;
using plan::Guard;

// The answers that an expression can have, of messages of one kind.
struct Answers {
  bool yes = true;
  bool no = true;
};

// Of messages whose date is not known, or lies ahead of `now_ms`.
class Dates {
 public:
  static Answers unknown(const Predicate& predicate) {
    const bool is_age = predicate.column == "received_at";
    return {!is_age, !is_age};
  }
  static Answers ahead(const Predicate& predicate, std::int64_t now_ms) {
    if (predicate.column != "received_at") return {};
    const bool is_before = predicate.test == Predicate::Test::kBefore;
    const bool reaches_ahead = predicate.number > now_ms + 1;
    return {!is_before || reaches_ahead, is_before || reaches_ahead};
  }
};

template <class Answer>
Answers answers(const Expression& expression, const Answer& answer) {
  if (expression.kind == Expression::Kind::kPredicate) {
    const bool always = expression.predicate.test == Predicate::Test::kTrue;
    return always ? Answers{true, false} : answer(expression.predicate);
  }
  if (expression.kind == Expression::Kind::kNot) {
    const auto inner = answers(expression.of.front(), answer);
    return {inner.no, inner.yes};
  }
  const bool is_all = expression.kind == Expression::Kind::kAll;
  Answers joined{is_all, !is_all};
  for (const auto& part : expression.of) {
    const auto each = answers(part, answer);
    joined.yes = is_all ? joined.yes && each.yes : joined.yes || each.yes;
    joined.no = is_all ? joined.no || each.no : joined.no && each.no;
  }
  return joined;
}

bool reads_category(const Expression& filter) {
  return filter::columns_of(filter).contains("category");
}

}  // namespace

bool can_keep(Guard guard, const ReadyRule& ready, Time now) {
  const auto& filter = ready.filter.expression();
  if (plan::stopping(plan::GuardSet{guard}, ready.rule.actions).empty()) return false;
  switch (guard) {
    case Guard::kSent: return ready.rule.scope.has(mail::Location::kSent);
    case Guard::kThread: return ready.rule.whole_thread;
    case Guard::kLastCopy: return ready.evaluation && ready.evaluation->rule.finishes();
    case Guard::kDerivedCategory: return reads_category(filter);
    case Guard::kUnknownDate: return answers(filter, Dates::unknown).yes;
    case Guard::kFutureDate:
      return answers(filter,
                     [now_ms = to_unix_ms(now)](const Predicate& predicate) {
                       return Dates::ahead(predicate, now_ms);
                     })
          .yes;
    default: return true;
  }
}

}  // namespace mailcomb::pipeline
