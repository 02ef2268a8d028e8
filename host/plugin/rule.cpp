// SPDX-License-Identifier: Apache-2.0
#include "plugin/rule.hpp"

#include "plugin/column_types.hpp"
#include "plugin/described.hpp"
#include "plugin/reason_text.hpp"
#include "plugin/utf8.hpp"

namespace mailcomb::plugin {

using sdk::Value;

Rule::Rule(Caller caller, const mailcomb_rule_type& functions, mailcomb_rule* rule)
    : caller_(std::move(caller)), functions_(functions), rule_(rule, functions.destroy) {
  if (!functions.reasons) return;
  for (std::uint32_t i = 0; i < functions.reason_count; ++i)
    reasons_.push_back(printable(sdk::view(functions.reasons[i])));
}

Result<Rule> Rule::create(const Component& component, const Value& config, StopAsked stop) {
  Caller caller(component, std::move(stop));
  const auto functions = read_struct<mailcomb_rule_type>(component.functions);
  const sdk::FlatValue flat(config);
  const mailcomb_value abi = flat.abi();
  mailcomb_rule* handle = nullptr;
  const auto called = caller.call(
      "create", [&](const mailcomb_call* call) { return functions.create(call, &abi, &handle); });
  if (!called) return tl::unexpected(called.error());
  if (!handle) return tl::unexpected(caller.bug("create", "it gave no rule"));
  Rule rule(std::move(caller), functions, handle);
  if (const auto described = rule.describe(); !described) return tl::unexpected(described.error());
  return rule;
}

Result<void> Rule::describe() {
  const auto value = caller_.call_for_value("describe", [&](const auto* call, const auto* to) {
    return functions_.describe(rule_.get(), call, to);
  });
  if (!value) return tl::unexpected(value.error());
  Described described(*value);
  description_.columns = described.texts("columns");
  description_.filters = described.map("filters");
  description_.then = (*value)["then"];
  description_.conversations = (*value)["conversations"].boolean();
  for (const std::string& column : description_.columns)
    if (!column_type(column)) described.complain("there is no column '" + printable(column) + "'");
  if (!described.complaint().empty())
    return tl::unexpected(caller_.bug("describe", described.complaint()));
  return {};
}

Result<std::optional<Value>> Rule::filter() {
  if (!functions_.filter) return std::optional<Value>();
  auto filter = caller_.call_for_value("filter", [&](const auto* call, const auto* to) {
    return functions_.filter(rule_.get(), call, to);
  });
  if (!filter) return tl::unexpected(filter.error());
  return std::optional<Value>(std::move(*filter));
}

Result<std::vector<mailcomb_verdict>> Rule::evaluate(const Batch& batch) {
  std::vector<mailcomb_verdict> answers(batch.row_count());
  const mailcomb_verdicts verdicts{sizeof(mailcomb_verdicts), sizeof(mailcomb_verdict),
                                   answers.size(), answers.data()};
  const auto called = caller_.call("evaluate", [&](const mailcomb_call* call) {
    return functions_.evaluate(rule_.get(), call, &batch.abi(), &verdicts);
  });
  if (!called) return tl::unexpected(called.error());
  for (mailcomb_verdict& answer : answers)
    if (!makes_sense(answer, reasons_.size())) answer = {};
  return answers;
}

Result<void> Rule::finish(Answers& answers, std::int64_t now_ms) {
  const auto writer = answers.writer(now_ms);
  auto called = caller_.call("finish", [&](const mailcomb_call* call) {
    return functions_.finish(rule_.get(), call, &writer);
  });
  // What the host refused is the cause; the status only follows from it.
  if (!answers.misuse().empty()) called = tl::unexpected(caller_.bug("finish", answers.misuse()));
  if (!called) answers.forget();
  return called;
}

std::string Rule::reason(const mailcomb_verdict& verdict) const {
  if (verdict.reason >= reasons_.size()) return {};
  return reason_text(reasons_[verdict.reason], verdict.argument);
}

}  // namespace mailcomb::plugin
