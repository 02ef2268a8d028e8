// SPDX-License-Identifier: Apache-2.0
// ColumnNeeds: which columns a scan has to read, and what a provider's lack of some means.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "filter/expression.hpp"
#include "plan/rule.hpp"
#include "plugin/mailbox_description.hpp"

namespace mailcomb::pipeline {

class ColumnNeeds {
 public:
  // Null: any mailbox, which has every column.
  explicit ColumnNeeds(const plugin::MailboxDescription* mailbox) : mailbox_(mailbox) {}

  // What plans read of every message, whatever the rules are.
  void add_always();
  void add(const std::string& column);
  void add(const filter::Expression& expression);
  // Whether the provider has, or something stands in for, all that the expression asks about.
  bool can_answer(const filter::Expression& expression) const;
  // What conversations are told by.
  void add_threads();

  // Those that the provider has.
  const std::set<std::string>& columns() const { return columns_; }
  bool derives_category() const { return derives_category_; }
  bool derives_importance() const { return derives_importance_; }

  // What the operator should know of what the provider lacks.
  std::vector<std::string> notes() const;

 private:
  bool has(const std::string& column) const;
  bool is_always_unknown(const filter::Predicate& predicate) const;

  const plugin::MailboxDescription* mailbox_;
  std::set<std::string> columns_;
  std::set<std::string> unknown_;  // That filters ask for, and the provider lacks.
  bool derives_category_ = false;
  bool derives_importance_ = false;
};

}  // namespace mailcomb::pipeline
