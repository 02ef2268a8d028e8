// SPDX-License-Identifier: Apache-2.0
#include "pipeline/explanation.hpp"

#include "plan/observation.hpp"
#include "support/ascii.hpp"

namespace mailcomb::pipeline {
namespace {

constexpr std::string_view kMessageId = "header:message-id";

bool is_message(const sdk::Row& row, const std::string& wanted) {
  if (row.text("id") == wanted) return true;
  const auto ids = row.texts(kMessageId);
  for (std::uint32_t i = 0; ids && i < ids->size(); ++i)
    if (trim(ids->text(i)) == wanted) return true;
  return false;
}

// Looks at the message when its batch comes by.
class Witness {
 public:
  Witness(RuleProgram& program, const std::string& wanted) : program_(program), wanted_(wanted) {}

  void look(const plugin::Batch& batch) {
    for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
      if (!is_message(batch.row(row), wanted_)) continue;
      if (++found_ == 1) describe(batch, row);
    }
  }

  std::int64_t found() const { return found_; }
  Explanation take() { return std::move(explanation_); }

 private:
  void describe(const plugin::Batch& batch, std::uint32_t row) {
    const filter::Message message(&batch.abi(), row);
    plan::describe_message(message.columns(), explanation_.message);
    explanation_.message.prior = plan::observe_state(message.columns());
    explanation_.protected_sender =
        find_protecting(program_.senders, message.columns()).value_or("");
    for (auto& never : program_.never) {
      never.filter.bind(batch.abi());
      auto finding = never.filter.explain(message);
      if (never.protects(finding.truth)) explanation_.protected_by.push_back(std::move(finding));
    }
    for (auto& ready : program_.rules) {
      ready.filter.bind(batch.abi());
      explanation_.rules.push_back({ready.rule.name,
                                    ready.rule.scope.has(explanation_.message.prior.location),
                                    ready.evaluation.has_value(),
                                    ready.filter.explain(message),
                                    {},
                                    {}});
    }
  }

  RuleProgram& program_;
  const std::string& wanted_;
  std::int64_t found_ = 0;
  Explanation explanation_;
};

// The planner knows messages by the provider's id only.
Result<std::string> find_id(plugin::Mailbox& mailbox, const std::string& wanted) {
  if (!wanted.starts_with('<')) return wanted;
  auto scan = mailbox.open_scan({"id", std::string(kMessageId)});
  if (!scan) return tl::unexpected(scan.error());
  std::vector<std::string> ids;
  while (true) {
    const auto batch = scan->next(1024);
    if (!batch) return tl::unexpected(batch.error());
    if (!*batch) break;
    for (std::uint32_t row = 0; row < (*batch)->row_count(); ++row)
      if (is_message((*batch)->row(row), wanted))
        ids.emplace_back((*batch)->row(row).text("id").value_or(""));
  }
  if (ids.size() == 1) return ids.front();
  if (ids.empty())
    return fail(Fault::kUsage, "no message with Message-ID " + wanted + " in the mailbox",
                "the ids stand in 'mailcomb plan --format json'");
  std::string all;
  for (const auto& id : ids) all += (all.empty() ? "" : ", ") + id;
  return fail(Fault::kUsage, "several messages have Message-ID " + wanted,
              "give the id of one of them: " + all);
}

}  // namespace

Result<Explanation> explain(plugin::Mailbox& mailbox, RuleProgram& program, Time now,
                            const PlanningHooks& hooks, const std::string& message) {
  const auto id = find_id(mailbox, message);
  if (!id) return tl::unexpected(id.error());
  Witness witness(program, *id);
  PlanningHooks watching = hooks;
  watching.on_batch = [&witness](const plugin::Batch& batch) { witness.look(batch); };
  auto planning = make_plan(mailbox, program, now, watching, {false, *id});
  if (!planning) return tl::unexpected(planning.error());
  if (witness.found() == 0)
    return fail(Fault::kUsage, "no message '" + message + "' in the mailbox",
                "the ids stand in 'mailcomb plan --format json'");
  auto explanation = witness.take();
  for (const auto& decision : planning->plan.decisions)
    explanation.rules[decision.rule].decision = decision;
  for (const auto& keep : planning->plan.keeps)
    explanation.rules[keep.rule].kept_because = planning->plan.reasons[keep.reason];
  explanation.reasons = planning->plan.reasons;
  explanation.planning = std::move(*planning);
  return explanation;
}

}  // namespace mailcomb::pipeline
