// SPDX-License-Identifier: Apache-2.0
#include "app/commands/measured.hpp"

#include "app/text_file.hpp"
#include "pipeline/kept_metrics.hpp"
#include "telemetry/exposition.hpp"

namespace mailcomb::app {
namespace {

using telemetry::Metric;

// Of several mailboxes, the gravest code stands for what any of them said.
bool is_usage_error(const CommandResult& result) {
  return result ? *result == ExitCode::kUsage : result.error().front().fault == Fault::kUsage;
}

bool is_success(const CommandResult& result) {
  return result && (*result == ExitCode::kOk || *result == ExitCode::kHasChanges);
}

const char* status_of(const CommandResult& result, const MeasuredRun& run) {
  if (is_success(result)) return run.changes_mail ? "completed" : "dry_run";
  const bool has_plan = result && *result == ExitCode::kPartial;
  return has_plan && !run.changes_mail ? "dry_run" : "failed";
}

void measure_run(Workbench& bench, const std::string& pipeline, const CommandResult& result) {
  auto& meter = bench.meter();
  const auto& run = bench.measured();
  for (const auto* status : {"completed", "failed", "dry_run"})
    meter.add(Metric::kRuns, {status}, 0);
  meter.add(Metric::kRuns, {status_of(result, run)});
  if (!run.policy.empty())
    meter.observe(Metric::kRunDuration, {run.policy}, meter.now() - run.started);
  if (is_success(result))
    meter.set(Metric::kLastSuccess, {pipeline},
              std::chrono::duration<double>(Workbench::clock().time_since_epoch()).count());
  for (const auto& plugin : bench.registry().plugins())
    meter.set(Metric::kPluginInfo, {plugin.name, plugin.version}, 1);
}

Checked<telemetry::Document> keep(Workbench& bench, const std::string& pipeline) {
  const auto samples = bench.meter().take();
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  auto document = pipeline::keep_metrics(*store, pipeline, samples);
  if (!document) return all(document.error());
  return std::move(*document);
}

Result<void> write(const std::string& name, const telemetry::Document& document) {
  auto file = PrivateFile::create(name, Readers::kEverybody);
  if (!file) return tl::unexpected(file.error());
  file->write(telemetry::exposition(document.all()));
  return file->finish();
}

// Whoever asked for a file has to hear of it; of a run that failed there is enough to hear.
void tell_unkept(Workbench& bench, const Error& error, const CommandResult& result) {
  const auto text = "the metrics are not kept: " + to_text(error);
  if (!bench.measured().file.empty()) return bench.terminal().warn("error: " + text);
  if (is_success(result)) return bench.terminal().note("note: " + text);
  bench.terminal().detail(text);
}

// Whether all that was asked for was done.
bool publish(Workbench& bench, const std::string& pipeline, const CommandResult& result) {
  const auto& file = bench.measured().file;
  const auto document = keep(bench, pipeline);
  if (!document) {
    tell_unkept(bench, document.error().front(), result);
    return file.empty();
  }
  if (file.empty()) return true;
  const auto written = write(file, *document);
  if (!written) bench.terminal().warn("error: " + to_text(written.error()));
  return written.has_value();
}

}  // namespace

CommandResult conclude_measured(Workbench& bench, CommandResult result) {
  if (is_usage_error(result)) return result;
  const auto* named = bench.settings().pipeline;
  const std::string pipeline = named ? named->name : std::string(telemetry::kNoPipeline);
  measure_run(bench, pipeline, result);
  const bool is_published = publish(bench, pipeline, result);
  if (is_published || !is_success(result)) return result;
  return ExitCode::kPartial;
}

}  // namespace mailcomb::app
