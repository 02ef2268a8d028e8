// SPDX-License-Identifier: Apache-2.0
// plan: what would happen and why.
#include "app/commands/commands.hpp"
#include "app/commands/planned.hpp"
#include "app/commands/proven.hpp"
#include "app/commands/read_only.hpp"
#include "app/text_file.hpp"
#include "plan/saved_plan.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

Result<void> save(const Planned& planned, const std::string& out) {
  auto file = PrivateFile::create(out);
  if (!file) return tl::unexpected(file.error());
  plan::write_plan(planned.planning.plan, planned.binding,
                   [&](std::string_view line) { file->write(line); });
  return file->finish();
}

std::string saved_text(const plugin::MailboxDescription& mailbox, const std::string& out) {
  if (is_read_only(mailbox)) return "Saved; to change mail: " + what_instead(mailbox) + ".";
  return "Saved; 'mailcomb apply --plan " + shell_word(out) + "' executes it.";
}

// A plan is a run that changed nothing; without a store it is only not remembered.
void remember(Workbench& bench, const OpenMailbox& mailbox, const Planned& planned) {
  const auto say = [&](const Error& error) {
    bench.terminal().note("note: this plan is not recorded: " + to_text(error));
  };
  auto store = bench.open_store();
  if (!store) return say(store.error().front());
  auto header = header_for(bench, mailbox, planned.binding, planned.planning.plan.now);
  header.run_id = planned.binding.plan_id;
  header.started_at = planned.binding.created_at;
  if (auto kept = journal::keep_policy(*store, policy_text(planned), header.started_at); !kept)
    return say(kept.error());
  journal::Recorder recorder(*store, Workbench::clock, header.run_id);
  if (auto begun = recorder.begin(header, {}, {}); !begun) return say(begun.error());
  journal::Tally tally;
  tally.planned = planned.planning.plan.totals.changes;
  if (auto ended = recorder.end({journal::RunStatus::kPlanned, tally}); !ended) say(ended.error());
}

ExitCode exit_code(const Planned& planned, bool detailed) {
  if (planned.planning.is_degraded()) return ExitCode::kPartial;
  return detailed && !planned.planning.plan.changes.empty() ? ExitCode::kHasChanges : ExitCode::kOk;
}

}  // namespace

CommandResult run_plan(Workbench& bench) {
  auto mailbox = bench.open_mailbox();
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  if (auto proven = check_tests(bench); proven != ExitCode::kOk) return proven;
  const auto planned = make_planned(bench, *mailbox);
  if (!planned) return tl::unexpected(planned.error());
  tell_degradation(bench, *planned);
  const auto& options = bench.options();
  if (!options.out.empty()) {
    if (auto saved = save(*planned, options.out); !saved) return all(saved.error());
    bench.terminal().note(saved_text(mailbox->mailbox.description(), options.out));
  }
  remember(bench, *mailbox, *planned);
  bench.terminal().print(rendered(*planned, options.format, options.explain));
  return exit_code(*planned, options.detailed_exitcode);
}

}  // namespace mailcomb::app
