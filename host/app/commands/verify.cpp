// SPDX-License-Identifier: Apache-2.0
// history verify: whether the journal is as mailcomb wrote it.
#include "app/commands/commands.hpp"
#include "app/report/verification_report.hpp"
#include "journal/history.hpp"

namespace mailcomb::app {

CommandResult run_history_verify(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  std::string run_id;
  if (const auto& name = bench.options().run; !name.empty()) {
    auto found = journal::find_run(*store, name);
    if (!found) return all(found.error());
    run_id = std::move(*found);
  }
  const auto verification = journal::verify_journal(*store, run_id);
  if (!verification) return all(verification.error());
  bench.terminal().print(render(verification_report(*verification), bench.options().format));
  if (verification->damages.empty()) return ExitCode::kOk;
  bench.terminal().warn(
      "the journal is not as mailcomb wrote it; 'mailcomb store restore' brings "
      "back a backup");
  return ExitCode::kInvalid;
}

}  // namespace mailcomb::app
