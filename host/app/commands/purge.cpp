// SPDX-License-Identifier: Apache-2.0
// purge: removes runs from the journal for good.
#include "journal/purge.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/executed.hpp"
#include "app/report/purge_report.hpp"
#include "journal/history.hpp"
#include "support/duration.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

// Runs that wait for `resume` stay whatever is asked for; they are told.
struct Asked {
  journal::Expired expired;
  std::vector<std::string> pending;
};

Checked<Asked> by_age(const Workbench& bench, plugin::Store& store) {
  const auto age = parse_duration(bench.options().purge.older_than);
  if (!age)
    return all(
        {Fault::kUsage, "--older-than: " + age.error().message, age.error().hint, {}, 0, 0, {}});
  const auto runs = journal::list_runs(store);
  if (!runs) return all(runs.error());
  const auto now = Workbench::clock();
  Asked asked{journal::find_expired(*runs, {*age, {}}, now), {}};
  for (const auto& run : *runs)
    if (run.is_pending() && now - run.header.started_at >= *age)
      asked.pending.push_back(run.header.run_id);
  return asked;
}

Checked<Asked> by_name(const Workbench& bench, plugin::Store& store) {
  const auto run_id = journal::find_run(store, bench.options().run);
  if (!run_id) return all(run_id.error());
  const auto pending = journal::list_pending(store);
  if (!pending) return all(pending.error());
  for (const auto& run : *pending)
    if (run.header.run_id == *run_id || run.header.undoes == *run_id)
      return all({Fault::kUsage,
                  "run '" + run.header.run_id +
                      "' is not finished: without its "
                      "journal nobody knows what was done",
                  "'mailcomb resume " + run.header.run_id + "' finishes it",
                  {},
                  0,
                  0,
                  {}});
  return Asked{{{*run_id}, {}}, {}};
}

}  // namespace

CommandResult run_purge(Workbench& bench) {
  const auto& options = bench.options();
  if (options.purge.older_than.empty() == options.run.empty())
    return all({Fault::kUsage,
                "which runs? --older-than AGE or --run RUN",
                "such as 'mailcomb purge --older-than 90d'",
                {},
                0,
                0,
                {}});
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto asked = options.run.empty() ? by_age(bench, *store) : by_name(bench, *store);
  if (!asked) return tl::unexpected(asked.error());
  for (const auto& run : asked->pending)
    bench.terminal().warn("run " + run + " is not finished, and stays; 'mailcomb resume " + run +
                          "' finishes it");
  const auto& expired = asked->expired;
  const auto count = grouped(static_cast<std::int64_t>(expired.whole.size()));
  if (!expired.empty() && !options.dry_run) {
    switch (confirm(bench, "Remove " + count +
                               " runs from the journal? They can then no longer be "
                               "undone.")) {
      case Consent::kNo: bench.terminal().note("Nothing was removed."); return ExitCode::kOk;
      case Consent::kCannotAsk:
        return all(
            {Fault::kUsage,
             "purge asks before it removes " + count + " runs, and there is no terminal to ask on",
             "add --yes to answer the question",
             {},
             0,
             0,
             {}});
      case Consent::kYes: break;
    }
    auto purged = journal::purge(*store, expired, Workbench::clock());
    if (!purged) return all(purged.error());
  }
  bench.terminal().print(render(purge_report(expired, options.dry_run), options.format));
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
