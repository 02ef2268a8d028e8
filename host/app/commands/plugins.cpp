// SPDX-License-Identifier: Apache-2.0
// plugins: the plugins there are, and what is wrong with any.
#include "app/commands/commands.hpp"
#include "app/report/plugins_report.hpp"

namespace mailcomb::app {

CommandResult run_plugins_list(Workbench& bench) {
  const auto& registry = bench.registry();
  bench.terminal().print(render(plugins_report(registry), bench.options().format));
  return registry.problems().empty() ? ExitCode::kOk : ExitCode::kPartial;
}

}  // namespace mailcomb::app
