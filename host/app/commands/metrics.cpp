// SPDX-License-Identifier: Apache-2.0
// metrics: what all runs so far measured.
#include "app/commands/commands.hpp"
#include "app/report/metrics_report.hpp"
#include "pipeline/kept_metrics.hpp"

namespace mailcomb::app {
namespace {

// Nothing of a pipeline that has not run yet.
telemetry::Samples choose(const telemetry::Document& document, const config::Pipeline* pipeline) {
  if (!pipeline) return document.all();
  const auto found = document.pipelines.find(pipeline->name);
  return found == document.pipelines.end() ? telemetry::Samples() : found->second;
}

}  // namespace

CommandResult run_metrics(Workbench& bench) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto document = pipeline::load_metrics(*store);
  if (!document) return all(document.error());
  const auto samples = choose(*document, bench.settings().pipeline);
  bench.terminal().print(render(metrics_report(samples), bench.options().format));
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
