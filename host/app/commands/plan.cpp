// SPDX-License-Identifier: Apache-2.0
// plan: what would happen and why.
#include "app/commands/commands.hpp"
#include "app/commands/each_mailbox.hpp"
#include "app/commands/planned.hpp"
#include "app/commands/proven.hpp"
#include "app/commands/read_only.hpp"
#include "app/text_file.hpp"
#include "pipeline/earlier_plan.hpp"
#include "plan/saved_plan.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

Result<void> save(const Planned& planned, const std::string& out) {
  auto file = WholeFile::create(out);
  if (!file) return tl::unexpected(file.error());
  plan::write_plan(planned.planning.plan, planned.binding,
                   [&](std::string_view line) { file->write(line); });
  return file->finish();
}

std::string saved_text(const plugin::MailboxDescription& mailbox, const std::string& out) {
  if (is_read_only(mailbox)) return "Saved; to change mail: " + what_instead(mailbox) + ".";
  return "Saved; 'mailcomb apply --plan " + shell_word(out) + "' executes it.";
}

// --since RUN; empty if it was not asked for. The plan stays whole: limits, counts and what is recorded
// do not depend on it.
Checked<std::optional<SinceView>> find_new(Workbench& bench, const OpenMailbox& mailbox,
                                           const Planned& planned) {
  const auto& name = bench.options().narrowing.since;
  if (name.empty()) return std::optional<SinceView>();
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto earlier = pipeline::load_earlier_plan(*store, name, mailbox.provider,
                                                   mailbox.mailbox.description().account);
  if (!earlier) return all(earlier.error());
  return SinceView{earlier->run_id, plan::find_new(planned.planning.plan, earlier->actions)};
}

ExitCode exit_code(const Planned& planned, const std::optional<SinceView>& since, bool detailed) {
  if (planned.planning.is_degraded()) return ExitCode::kPartial;
  const auto& shown = since ? since->changes : planned.planning.plan.changes;
  return detailed && !shown.empty() ? ExitCode::kHasChanges : ExitCode::kOk;
}

// One file holds the plan of one mailbox, and so does a run.
Result<void> check_one_mailbox(const Workbench& bench) {
  const auto& options = bench.options();
  if (bench.settings().mailboxes.size() <= 1) return {};
  const std::string hint = "give one of them with --mailbox";
  if (!options.out.empty())
    return fail(Fault::kUsage, "--out saves the plan of one mailbox, and the pipeline has several",
                hint);
  if (!options.narrowing.since.empty())
    return fail(Fault::kUsage, "--since names a run of one mailbox, and the pipeline has several",
                hint);
  return {};
}

Checked<Answer> plan_mailbox(Workbench& bench, const std::string& reference) {
  auto mailbox = bench.open_mailbox(reference);
  if (!mailbox) return tl::unexpected(std::move(mailbox.error()));
  const auto planned = make_planned(bench, *mailbox);
  if (!planned) return tl::unexpected(planned.error());
  const auto since = find_new(bench, *mailbox, *planned);
  if (!since) return tl::unexpected(since.error());
  tell_degradation(bench, *planned);
  const auto& options = bench.options();
  if (!options.out.empty()) {
    if (auto saved = save(*planned, options.out); !saved) return all(saved.error());
    bench.terminal().note(saved_text(mailbox->mailbox.description(), options.out));
  }
  remember(bench, *mailbox, *planned);
  return Answer{exit_code(*planned, *since, options.detailed_exitcode),
                report_of(*planned, answer_format(bench), {options.explain, *since})};
}

}  // namespace

CommandResult run_plan(Workbench& bench) {
  if (auto checked = check_one_mailbox(bench); !checked) return all(checked.error());
  if (auto proven = check_tests(bench); proven != ExitCode::kOk) return proven;
  return for_each_mailbox(bench, plan_mailbox, Envelope::kForPipelines);
}

}  // namespace mailcomb::app
