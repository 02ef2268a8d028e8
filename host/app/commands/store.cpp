// SPDX-License-Identifier: Apache-2.0
// store: copies the journal's store, puts a copy back, and says what is in it.
#include "app/commands/commands.hpp"
#include "app/commands/executed.hpp"
#include "app/report/store_report.hpp"
#include "config/folders.hpp"
#include "journal/history.hpp"
#include "journal/tables.hpp"
#include "journal/verification.hpp"
#include "plugin/store_backup.hpp"

namespace mailcomb::app {
namespace {

std::string named_file(const Workbench& bench) {
  return config::absolute_path(bench.options().store_file, bench.environment().folders);
}

// A damaged journal must not take the place of any other.
Result<void> check_journal(plugin::Store& store, const std::string& file) {
  const auto verification = journal::verify_journal(store);
  if (!verification) return tl::unexpected(verification.error());
  if (verification->damages.empty()) return {};
  const auto& first = verification->damages.front();
  return fail(Fault::kInvalid,
              "the journal in '" + file + "' is not as mailcomb wrote it: " +
                  (first.run_id.empty() ? "" : "run " + first.run_id + ": ") + first.what,
              "restore an older backup; 'mailcomb history verify --store' tells all that is wrong "
              "with one");
}

Result<void> check_staged(const plugin::Component& component, const plugin::StagedStore& staged,
                          const std::string& file) {
  auto store =
      plugin::Store::open(component, staged.config, journal::tables(), journal::kSchemaVersion);
  if (!store) return tl::unexpected(store.error());
  return check_journal(*store, file);
}

Result<bool> may_replace(Workbench& bench, const plugin::StagedStore& staged) {
  if (!staged.replaces) return true;
  switch (confirm(bench, "Replace the store? What it holds now is kept beside it.")) {
    case Consent::kYes: return true;
    case Consent::kNo: return false;
    case Consent::kCannotAsk: break;
  }
  return fail(Fault::kUsage,
              "restore asks before it replaces a store, and there is no terminal to ask on",
              "add --yes to answer the question");
}

CommandResult put_in_place(Workbench& bench, const plugin::StoreBackup& backup,
                           const plugin::StagedStore& staged) {
  const auto may = may_replace(bench, staged);
  if (!may) return all(may.error());
  if (!*may) {
    bench.terminal().note("Nothing was done.");
    if (auto done = backup.discard(staged); !done) return all(done.error());
    return ExitCode::kOk;
  }
  const auto aside = backup.swap(staged);
  if (!aside) return all(aside.error());
  bench.terminal().print(render(restore_report(named_file(bench), *aside), bench.options().format));
  return ExitCode::kOk;
}

}  // namespace

CommandResult run_store_backup(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto file = named_file(bench);
  if (auto done = store->backup(file); !done) return all(done.error());
  bench.terminal().print(render(backup_report(store->location(), file), bench.options().format));
  return ExitCode::kOk;
}

CommandResult run_store_restore(Workbench& bench) {
  const auto place = bench.locate_store();
  if (!place) return tl::unexpected(place.error());
  const auto backup = plugin::StoreBackup::find(place->component, place->config);
  if (!backup) return all(backup.error());
  const auto staged = backup->stage(named_file(bench));
  if (!staged) return all(staged.error());
  auto checked = check_staged(place->component, *staged, named_file(bench));
  auto done = checked ? put_in_place(bench, *backup, *staged) : all(checked.error());
  // After a failure nothing is left of the copy; the failure itself matters more.
  if (!done) (void)backup->discard(*staged);
  return done;
}

CommandResult run_store_status(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  StoreStatus status;
  status.location = store->location();
  auto runs = journal::list_runs(*store);
  if (!runs) return all(runs.error());
  status.runs = std::move(*runs);
  auto retention = journal::remembered_retention(*store);
  if (!retention) return all(retention.error());
  status.retention = *retention;
  status.key_file = bench.environment().key_file.string();
  const auto key = bench.existing_key();
  if (key && *key) status.key_id = (*key)->id();
  if (!key) status.key_problem = key.error().message;
  bench.terminal().print(render(store_report(status), bench.options().format));
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
