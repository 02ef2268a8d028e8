// SPDX-License-Identifier: Apache-2.0
#include "app/report/plan_footer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

std::int64_t count_action(const plan::Plan& plan, const mail::Action& action) {
  return std::count_if(plan.changes.begin(), plan.changes.end(), [&](const auto& change) {
    return std::any_of(change.actions.begin(), change.actions.end(),
                       [&](const auto& planned) { return planned.action == action; });
  });
}

std::vector<mail::Action> all_actions(const plan::Plan& plan) {
  std::vector<mail::Action> actions;
  for (const auto& change : plan.changes)
    for (const auto& planned : change.actions)
      if (std::find(actions.begin(), actions.end(), planned.action) == actions.end())
        actions.push_back(planned.action);
  std::sort(actions.begin(), actions.end());
  return actions;
}

std::string share_text(const plan::Plan& plan, const mail::Action& action) {
  for (const auto& share : plan.shares) {
    if (share.action != action.kind) continue;
    auto text = percent_text(share.percent) + " of the mailbox";
    if (share.limit_percent) text += ", limit " + percent_text(*share.limit_percent);
    if (share.limit_count) text += ", limit " + grouped(*share.limit_count) + " messages";
    return " (" + text + ")";
  }
  return {};
}

std::string deferred_text(const plan::Plan& plan) {
  if (!plan.backlog) return {};
  const auto waiting = plan.totals.deferred == 0
                           ? std::string("nothing waits")
                           : grouped(plan.totals.deferred) + " wait for a later run";
  return fmt::format("; {} (at most {} a run, the {} first)", waiting,
                     grouped(plan.backlog->per_run), plan::to_text(plan.backlog->order));
}

}  // namespace

std::string plan_footer(const plan::Plan& plan) {
  std::string text;
  for (const auto& action : all_actions(plan))
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", grouped(count_action(plan, action)),
                        printable(mail::to_text(action)), share_text(plan, action));
  if (text.empty()) text = "nothing to change";
  return fmt::format("Plan: {}; {} kept by guards{}", text, grouped(plan.totals.guarded),
                     deferred_text(plan));
}

}  // namespace mailcomb::app
