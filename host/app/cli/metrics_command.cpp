// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

void add_metrics_command(Grammar& grammar) {
  auto* metrics = grammar.command(grammar.app, "metrics",
                                  "What all runs so far measured, for Prometheus", run_metrics);
  grammar.pipeline(metrics);
  grammar.store(metrics);
  grammar.output(metrics);
}

}  // namespace mailcomb::app
