// SPDX-License-Identifier: Apache-2.0
#include "pipeline/column_needs.hpp"

#include <array>

#include "filter/category.hpp"
#include "filter/importance.hpp"
#include "plan/observation.hpp"
#include "plan/threads.hpp"

namespace mailcomb::pipeline {
namespace {

constexpr std::array<std::string_view, 5> kAlways = {"id", "received_at", "size_bytes", "subject",
                                                     "from"};

}  // namespace

bool ColumnNeeds::has(const std::string& column) const {
  return !mailbox_ || mailbox_->has_column(column);
}

void ColumnNeeds::add_always() {
  for (const auto column : kAlways) add(std::string(column));
  for (const auto column : plan::kStateColumns) add(std::string(column));
}

// What the provider lacks is unknown in filters; category and importance are derived.
void ColumnNeeds::add(const std::string& column) {
  if (has(column)) {
    columns_.insert(column);
  } else if (column == "category") {
    derives_category_ = true;
    for (const auto evidence : filter::kCategoryEvidence) add(std::string(evidence));
  } else if (column == "importance") {
    derives_importance_ = true;
    for (const auto evidence : filter::kImportanceEvidence) add(std::string(evidence));
  }
}

void ColumnNeeds::add(const filter::Expression& expression) {
  for (const auto& column : filter::columns_of(expression)) add(column);
  filter::for_each_predicate(expression, [this](const filter::Predicate& predicate, bool) {
    if (is_always_unknown(predicate)) unknown_.insert(predicate.column);
  });
}

// Something stands in for a category, an importance and a label of the user's own.
bool ColumnNeeds::is_always_unknown(const filter::Predicate& predicate) const {
  const auto& column = predicate.column;
  const bool has_substitute = column == "category" || column == "importance" ||
                              predicate.test == filter::Predicate::Test::kUserLabel;
  return !column.empty() && !has_substitute && !has(column);
}

bool ColumnNeeds::can_answer(const filter::Expression& expression) const {
  bool can = true;
  filter::for_each_predicate(expression, [&](const filter::Predicate& predicate, bool) {
    can = can && !is_always_unknown(predicate);
  });
  return can;
}

void ColumnNeeds::add_threads() {
  if (has("thread")) return add("thread");
  for (const auto column : plan::kThreadEvidence) add(std::string(column));
}

std::vector<std::string> ColumnNeeds::notes() const {
  std::vector<std::string> notes;
  if (derives_category_)
    notes.emplace_back(
        "the provider knows no categories; they are derived from headers, and alone never justify "
        "trash");
  if (derives_importance_)
    notes.emplace_back(
        "the provider knows no importance; it is derived, and alone never justifies trash");
  for (const auto& column : unknown_)
    notes.emplace_back("the provider does not tell " + column +
                       ": what filters ask about it is unknown of every message");
  if (!has("flags"))
    notes.emplace_back(
        "the guards starred, important, draft and replied do not apply: the provider does not tell "
        "flags");
  if (!has("received_at"))
    notes.emplace_back("the provider tells no dates: every message is guarded by unknown_date");
  return notes;
}

}  // namespace mailcomb::pipeline
