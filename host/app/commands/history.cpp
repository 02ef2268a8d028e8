// SPDX-License-Identifier: Apache-2.0
// history: the runs there were.
#include "journal/history.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/unsealed.hpp"
#include "app/report/history_report.hpp"
#include "config/folders.hpp"
#include "support/duration.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

using Runs = Result<std::vector<journal::RunSummary>>;

Result<std::optional<Time>> since(const Workbench& bench) {
  using Since = std::optional<Time>;
  const auto& text = bench.options().history.since;
  if (text.empty()) return Since();
  if (const auto time = parse_rfc3339(text)) return Since(time);
  const auto age = parse_duration(text);
  if (!age)
    return fail(Fault::kUsage, "--since: " + age.error().message,
                age.error().hint + "; or a time such as 2002-12-01T00:00:00Z");
  return Since(Workbench::clock() - *age);
}

// A mailbox of the configuration by what it is opened with now, and by its TYPE:ARG, under which it may
// have been opened before.
Checked<void> select_entry(Workbench& bench, const ComponentReference& reference,
                           journal::RunSelection& selection) {
  auto entry = bench.read_entry(reference);
  if (!entry) return tl::unexpected(std::move(entry.error()));
  selection.mailboxes = {std::move(entry->reference)};
  selection.configured =
      journal::ConfiguredMailbox{std::move(entry->provider), std::move(entry->config)};
  return {};
}

// The mailbox need not be there any more. TYPE:ARG counts as it was given, and as the journal has it if
// its argument is a path.
Checked<void> select_mailbox(Workbench& bench, journal::RunSelection& selection) {
  const auto& given = bench.options().mailbox;
  if (given.empty()) return {};
  const auto& folders = bench.environment().folders;
  const auto reference = read_reference(plugin::Kind::kProvider, given, bench.settings(), folders);
  if (reference && reference->is_entry) return select_entry(bench, *reference, selection);
  selection.mailboxes = {given};
  if (given.find(':') == std::string::npos) return {};  // An account.
  if (!reference) return all(reference.error());
  selection.mailboxes.push_back(reference->type + ":" +
                                config::absolute_path(reference->argument, folders));
  return {};
}

Checked<journal::RunSelection> selection(Workbench& bench) {
  const auto since = app::since(bench);
  if (!since) return all(since.error());
  const auto& options = bench.options();
  journal::RunSelection selection{*since,
                                  journal::statuses_named(options.history.status),
                                  options.policy,
                                  {},
                                  options.history.limit};
  if (auto selected = select_mailbox(bench, selection); !selected)
    return tl::unexpected(std::move(selected.error()));
  return selection;
}

bool restricts(const Options& options) {
  return !options.policy.empty() || !options.mailbox.empty() || !options.history.since.empty() ||
         !options.history.status.empty();
}

journal::GroupBy grouping(const std::string& word) {
  if (word == "rule") return journal::GroupBy::kRule;
  if (word == "day") return journal::GroupBy::kDay;
  if (word == "mailbox") return journal::GroupBy::kMailbox;
  if (word == "action") return journal::GroupBy::kAction;
  return journal::GroupBy::kPolicy;
}

}  // namespace

CommandResult run_history_list(Workbench& bench) {
  const auto selection = app::selection(bench);
  if (!selection) return tl::unexpected(selection.error());
  auto store = bench.open_store_if_there();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto runs = *store ? journal::list_runs(**store, *selection) : Runs();
  if (!runs) return all(runs.error());
  const auto retention =
      *store ? journal::remembered_retention(**store) : Result<journal::Retention>();
  if (!retention) return all(retention.error());
  const auto* if_none = restricts(bench.options()) ? "No such runs.\n" : "No runs yet.\n";
  bench.terminal().print(
      render(history_report(*runs, *retention, if_none), bench.options().format));
  return ExitCode::kOk;
}

CommandResult run_history_show(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto run_id = journal::find_run(*store, bench.options().run);
  if (!run_id) return all(run_id.error());
  auto run = journal::load_run(*store, *run_id);
  if (!run) return all(run.error());
  const auto retention = journal::remembered_retention(*store);
  if (!retention) return all(retention.error());
  const auto unsealing = unseal(bench, *run);
  bench.terminal().print(
      render(history_entry(*run, *retention, unsealing), bench.options().format));
  return ExitCode::kOk;
}

CommandResult run_history_stats(Workbench& bench) {
  const auto selection = app::selection(bench);
  if (!selection) return tl::unexpected(selection.error());
  auto store = bench.open_store_if_there();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto& by = bench.options().history.by;
  const auto statistics = *store ? journal::count_runs(**store, *selection, grouping(by))
                                 : Result<journal::Statistics>();
  if (!statistics) return all(statistics.error());
  bench.terminal().print(
      render(statistics_report(*statistics, by, selection->since), bench.options().format));
  return ExitCode::kOk;
}

CommandResult run_history_pending(Workbench& bench) {
  auto store = bench.open_store_if_there();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto runs = *store ? journal::list_pending(**store) : Runs();
  if (!runs) return all(runs.error());
  bench.terminal().print(
      render(history_report(*runs, {}, "No run waits to be finished.\n"), bench.options().format));
  if (!runs->empty())
    bench.terminal().note(
        "'mailcomb resume RUN' finishes one; one that is still under way has "
        "its mailbox locked");
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
