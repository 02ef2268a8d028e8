// SPDX-License-Identifier: Apache-2.0
#include "app/commands/each_mailbox.hpp"

#include "app/report/mailboxes_report.hpp"
#include "app/signals.hpp"

namespace mailcomb::app {
namespace {

MailboxOutcome outcome_of(Workbench& bench, const MailboxCommand& command,
                          const std::string& mailbox) {
  MailboxOutcome outcome{mailbox, ExitCode::kOk, {}, {}};
  if (is_stop_asked()) {
    outcome.code = exit_code_of(Fault::kCancelled);
    outcome.errors = {fail(Fault::kCancelled, "not begun, since the run was stopped").value()};
    return outcome;
  }
  auto answer = command(bench, mailbox);
  bench.terminal().progress().end();
  if (answer) {
    outcome.code = answer->code;
    outcome.report = std::move(answer->report);
  } else {
    outcome.code = exit_code_of(answer.error().front().fault);
    outcome.errors = std::move(answer.error());
  }
  return outcome;
}

}  // namespace

CommandResult for_each_mailbox(Workbench& bench, const MailboxCommand& command, Envelope envelope) {
  const auto& settings = bench.settings();
  const bool is_one = settings.mailboxes.size() == 1 && !bench.options().mailbox.empty();
  if (settings.mailboxes.empty()) return tl::unexpected(bench.which_mailbox());
  if (is_one && envelope == Envelope::kForPipelines) {
    auto answer = command(bench, settings.mailboxes.front());
    if (!answer) return tl::unexpected(std::move(answer.error()));
    return print_answer(bench, *answer);
  }
  std::vector<MailboxOutcome> outcomes;
  std::vector<ExitCode> codes;
  for (const auto& mailbox : settings.mailboxes) {
    outcomes.push_back(outcome_of(bench, command, mailbox));
    codes.push_back(outcomes.back().code);
    if (!outcomes.back().errors.empty()) bench.terminal().warn(error_text(outcomes.back()));
  }
  const auto name = settings.pipeline ? settings.pipeline->name : "";
  bench.terminal().print(render(mailboxes_report(name, outcomes), bench.options().format));
  return gravest(codes);
}

}  // namespace mailcomb::app
