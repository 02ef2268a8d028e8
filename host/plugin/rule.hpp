// SPDX-License-Identifier: Apache-2.0
// Rule: one rule of a policy, made by the plugin of its rule type.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mailcomb/abi/rule.h"
#include "plugin/answers.hpp"
#include "plugin/batch.hpp"
#include "plugin/call.hpp"
#include "plugin/component.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

struct RuleDescription {
  std::vector<std::string> columns;        // What evaluate reads.
  sdk::Value then;                         // Default actions as in policies, or null.
  sdk::Value filters = sdk::Value::map();  // Their values arrive as columns `filter:<name>`.
  bool conversations = false;              // Finish asks for them.
};

// One call at a time.
class Rule {
 public:
  // `config` is `with:`, validated and with its defaults.
  static Result<Rule> create(const Component& component, const sdk::Value& config,
                             StopAsked stop = {});

  const RuleDescription& description() const { return description_; }

  // Empty if it has none. Exact unless the rule evaluates too; else a superset.
  Result<std::optional<sdk::Value>> filter();

  bool evaluates() const { return functions_.evaluate != nullptr; }
  // It answers only once it has seen everything; it evaluates too.
  bool finishes() const { return functions_.finish != nullptr; }

  // One verdict a row. The batch has the declared columns and no other. A verdict that makes no
  // sense comes back UNSET, as one that was not given does.
  Result<std::vector<mailcomb_verdict>> evaluate(const Batch& batch);

  // For the rows that evaluate left UNSET, which `answers` holds from the first one on. Some may stay
  // UNSET. After an error all of them are. `now_ms` is the time by which the run judges ages.
  Result<void> finish(Answers& answers, std::int64_t now_ms);
  std::size_t reason_count() const { return reasons_.size(); }

  // For people: the template of the verdict with its argument, or empty if the type has no reasons.
  std::string reason(const mailcomb_verdict& verdict) const;

 private:
  using Handle = std::unique_ptr<mailcomb_rule, void (*)(mailcomb_rule*)>;

  Rule(Caller caller, const mailcomb_rule_type& functions, mailcomb_rule* rule);
  Result<void> describe();

  Caller caller_;
  mailcomb_rule_type functions_;
  Handle rule_;
  std::vector<std::string> reasons_;
  RuleDescription description_;
};

}  // namespace mailcomb::plugin
