// SPDX-License-Identifier: Apache-2.0
// Evaluator: the one place where a filter is true, false or unknown for a message.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filter/expression.hpp"
#include "mailcomb/batch.hpp"

namespace mailcomb::filter {

enum class Truth : std::uint8_t { kFalse, kTrue, kUnknown };

std::string_view to_text(Truth truth);

// A row of a batch, with what the host derives from it, computed at most once.
class Message {
 public:
  Message(const mailcomb_batch* batch, std::uint32_t row) : batch_(batch), row_(row) {}

  const mailcomb_batch* batch() const { return batch_; }
  std::uint32_t row() const { return row_; }
  sdk::Row columns() const { return {batch_, row_}; }

  // The provider's, else the derived one; empty if the message could not be read.
  std::optional<std::string_view> category() const;
  std::optional<std::string_view> importance() const;

 private:
  using Word = std::optional<std::string_view>;
  using Derive = Word (*)(const sdk::Row&);

  Word told_or_derived(std::string_view column, Derive derive, std::optional<Word>& known) const;

  const mailcomb_batch* batch_;
  std::uint32_t row_;
  mutable std::optional<Word> category_;  // Empty until somebody asks.
  mutable std::optional<Word> importance_;
};

// What a part of an expression came to for one message.
struct Finding {
  std::string source;  // The predicate as written, or all, any, not; behind its name: "$bulk: any".
  Truth truth = Truth::kUnknown;
  std::string seen;  // The value that a predicate looked at; empty for all, any, not.
  std::vector<Finding> of;
};

// Thread-compatible: one per thread. Kleene's logic: unknown is neither true nor false, also under
// `not`; a false part makes `all` false, and a true one makes `any` true, whatever is unknown.
class Evaluator {
 public:
  explicit Evaluator(Expression expression);

  const Expression& expression() const { return *expression_; }

  // Looks up the columns once; every message until the next bind is of this batch.
  void bind(const mailcomb_batch& batch);
  Truth truth(const Message& message) const;

  // The predicates that carry a true answer, by their number in the expression: bit i is predicate i,
  // the last bit stands for all from 63 on. Negated ones and those in branches that are not true are
  // left out. Zero unless the answer is true.
  std::uint64_t support(const Message& message) const;
  const Predicate& predicate(std::size_t number) const { return *leaves_[number].predicate; }
  std::size_t predicate_count() const { return leaves_.size(); }

  // The earliest of the dates that the message had to be older than for the answer to be true, in ms;
  // only ages in branches that hold count. Empty if no age speaks for the message.
  std::optional<std::int64_t> age_bound(const Message& message) const;

  Finding explain(const Message& message) const;

 private:
  struct Leaf {
    const Predicate* predicate;
    std::shared_ptr<const re2::RE2> regex;  // The predicate's, or its text where it is not ASCII.
    std::string needle;                     // The predicate's text in lower case.
    // For what is derived where the provider does not tell it; else null.
    std::optional<std::string_view> (Message::*derivable)() const = nullptr;
    const mailcomb_batch_column* column = nullptr;
    const mailcomb_batch_column* location = nullptr;  // For kUserLabel.
  };
  struct Step {
    Expression::Kind kind;
    std::uint32_t end;        // One past the last step below this one.
    std::uint32_t leaf;       // Of kPredicate.
    const std::string* name;  // The expression's.
  };

  static Leaf make_leaf(const Predicate& predicate);
  static Truth test_user_label(const Leaf& leaf, const Message& message);
  void flatten(const Expression& expression);
  Truth truth_at(std::uint32_t step, const Message& message) const;
  Truth test(const Leaf& leaf, const Message& message) const;
  std::uint64_t support_at(std::uint32_t step, const Message& message) const;
  std::optional<std::int64_t> age_bound_at(std::uint32_t step, const Message& message,
                                           Truth wanted) const;
  Finding explain_at(std::uint32_t step, const Message& message) const;
  std::string seen(const Leaf& leaf, const Message& message) const;

  std::unique_ptr<const Expression> expression_;  // Leaves point into it, also after a move.
  std::vector<Leaf> leaves_;
  std::vector<Step> steps_;
};

}  // namespace mailcomb::filter
