// SPDX-License-Identifier: Apache-2.0
#include "filter/evaluator.hpp"

#include <algorithm>

#include "filter/category.hpp"
#include "filter/importance.hpp"
#include "mailcomb/text.hpp"

namespace mailcomb::filter {
namespace {

Truth negated(Truth truth) {
  if (truth == Truth::kUnknown) return truth;
  return truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}

// What ends the search through parts at once, and what the parts amount to if none of them does.
struct Rule {
  Truth decisive;
  Truth otherwise;
};
constexpr Rule kAllRule{Truth::kFalse, Truth::kTrue};
constexpr Rule kAnyRule{Truth::kTrue, Truth::kFalse};

}  // namespace

std::string_view to_text(Truth truth) {
  switch (truth) {
    case Truth::kFalse: return "false";
    case Truth::kTrue: return "true";
    case Truth::kUnknown: break;
  }
  return "unknown";
}

Message::Word Message::told_or_derived(std::string_view column, Derive derive,
                                       std::optional<Word>& known) const {
  if (!known) {
    const bool is_told = mailcomb_batch_find(batch_, sdk::slice(column)) != nullptr;
    known = is_told ? columns().text(column) : derive(columns());
  }
  return *known;
}

std::optional<std::string_view> Message::category() const {
  return told_or_derived("category", derive_category, category_);
}

std::optional<std::string_view> Message::importance() const {
  return told_or_derived("importance", derive_importance, importance_);
}

Evaluator::Evaluator(Expression expression)
    : expression_(std::make_unique<const Expression>(std::move(expression))) {
  flatten(*expression_);
}

void Evaluator::flatten(const Expression& expression) {
  const auto at = steps_.size();
  steps_.push_back(
      {expression.kind, 0, static_cast<std::uint32_t>(leaves_.size()), &expression.name});
  if (expression.kind == Expression::Kind::kPredicate)
    leaves_.push_back(make_leaf(expression.predicate));
  for (const auto& part : expression.of) flatten(part);
  steps_[at].end = static_cast<std::uint32_t>(steps_.size());
}

void Evaluator::bind(const mailcomb_batch& batch) {
  for (auto& leaf : leaves_) {
    leaf.column = mailcomb_batch_find(&batch, sdk::slice(leaf.predicate->column));
    leaf.location = mailcomb_batch_find(&batch, sdk::slice("location"));
  }
}

Truth Evaluator::truth(const Message& message) const { return truth_at(0, message); }

Truth Evaluator::truth_at(std::uint32_t at, const Message& message) const {
  const Step& step = steps_[at];
  if (step.kind == Expression::Kind::kPredicate) return test(leaves_[step.leaf], message);
  if (step.kind == Expression::Kind::kNot) return negated(truth_at(at + 1, message));
  const Rule rule = step.kind == Expression::Kind::kAll ? kAllRule : kAnyRule;
  Truth answer = rule.otherwise;
  for (auto part = at + 1; part < step.end; part = steps_[part].end) {
    const Truth truth = truth_at(part, message);
    if (truth == rule.decisive) return truth;
    if (truth == Truth::kUnknown) answer = truth;
  }
  return answer;
}

std::uint64_t Evaluator::support(const Message& message) const { return support_at(0, message); }

std::uint64_t Evaluator::support_at(std::uint32_t at, const Message& message) const {
  const Step& step = steps_[at];
  if (step.kind == Expression::Kind::kNot || truth_at(at, message) != Truth::kTrue) return 0;
  if (step.kind == Expression::Kind::kPredicate)
    return std::uint64_t{1} << std::min<std::uint32_t>(step.leaf, 63);
  std::uint64_t bits = 0;
  for (auto part = at + 1; part < step.end; part = steps_[part].end)
    bits |= support_at(part, message);
  return bits;
}

std::optional<std::int64_t> Evaluator::age_bound(const Message& message) const {
  return age_bound_at(0, message, Truth::kTrue);
}

// Under `not` a newer_than speaks as an older_than does.
std::optional<std::int64_t> Evaluator::age_bound_at(std::uint32_t at, const Message& message,
                                                    Truth wanted) const {
  const Step& step = steps_[at];
  if (truth_at(at, message) != wanted) return {};
  if (step.kind == Expression::Kind::kPredicate) {
    const Predicate& predicate = *leaves_[step.leaf].predicate;
    const auto older = wanted == Truth::kTrue ? Predicate::Test::kBefore : Predicate::Test::kFrom;
    const bool is_age = predicate.column == "received_at" && predicate.test == older;
    return is_age ? std::optional(predicate.number) : std::nullopt;
  }
  if (step.kind == Expression::Kind::kNot) wanted = negated(wanted);
  std::optional<std::int64_t> earliest;
  for (auto part = at + 1; part < step.end; part = steps_[part].end)
    if (const auto bound = age_bound_at(part, message, wanted))
      earliest = std::min(earliest.value_or(*bound), *bound);
  return earliest;
}

Finding Evaluator::explain(const Message& message) const { return explain_at(0, message); }

Finding Evaluator::explain_at(std::uint32_t at, const Message& message) const {
  const Step& step = steps_[at];
  Finding finding{"", truth_at(at, message), "", {}};
  switch (step.kind) {
    case Expression::Kind::kPredicate:
      finding.source = leaves_[step.leaf].predicate->source;
      finding.seen = seen(leaves_[step.leaf], message);
      break;
    case Expression::Kind::kAll: finding.source = "all"; break;
    case Expression::Kind::kAny: finding.source = "any"; break;
    case Expression::Kind::kNot: finding.source = "not"; break;
  }
  if (!step.name->empty()) finding.source = *step.name + ": " + finding.source;
  for (auto part = at + 1; part < step.end; part = steps_[part].end)
    finding.of.push_back(explain_at(part, message));
  return finding;
}

}  // namespace mailcomb::filter
