// SPDX-License-Identifier: Apache-2.0
#include "app/commands/measured.hpp"

#include <filesystem>
#include <optional>

#include "app/folder_lock.hpp"
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

bool moves_stamp(Stamp stamp, const CommandResult& result, const MeasuredRun& run) {
  return is_success(result) && stamp != Stamp::kNever &&
         (run.changes_mail || stamp == Stamp::kAlways);
}

void measure_run(Workbench& bench, const std::string& pipeline, Stamp stamp,
                 const CommandResult& result) {
  auto& meter = bench.meter();
  const auto& run = bench.measured();
  for (const auto* status : {"completed", "failed", "dry_run"})
    meter.add(Metric::kRuns, {status}, 0);
  meter.add(Metric::kRuns, {status_of(result, run)});
  if (!run.policy.empty())
    meter.observe(Metric::kRunDuration, {run.policy}, meter.now() - run.started);
  if (moves_stamp(stamp, result, run))
    meter.set(Metric::kLastSuccess, {pipeline},
              std::chrono::duration<double>(Workbench::clock().time_since_epoch()).count());
  for (const auto& plugin : bench.registry().plugins())
    meter.set(Metric::kPluginInfo, {plugin.name, plugin.version}, 1);
}

std::string unkept(const Error& error) { return "the metrics are not kept: " + to_text(error); }

// In turn with others who write the file, and as of then: so no counter in it ever goes down.
Result<void> write(plugin::Store& store, const std::filesystem::path& name) {
  const auto folder = name.parent_path();
  const auto lock = FolderLock::take(folder.empty() ? "." : folder);
  if (!lock) return tl::unexpected(lock.error());
  const auto document = pipeline::load_metrics(store);
  if (!document) return tl::unexpected(document.error());
  auto file = WholeFile::create(name, Readers::kEverybody);
  if (!file) return tl::unexpected(file.error());
  file->write(telemetry::exposition(document->all()));
  return file->finish();
}

// To the store, and from there to the file that was asked for. Answers what is missing, if anything.
std::optional<std::string> publish(Workbench& bench, const std::string& pipeline) {
  const auto samples = bench.meter().take();
  auto store = bench.open_store();
  if (!store) return unkept(store.error().front());
  if (auto kept = pipeline::keep_metrics(*store, pipeline, samples); !kept)
    return unkept(kept.error());
  const auto& file = bench.measured().file;
  if (file.empty()) return {};
  if (auto written = write(*store, file); !written)
    return "the metrics are not written: " + to_text(written.error());
  return {};
}

// Whoever asked for a file has to hear of it; of a run that ended with an error there is enough to hear.
void tell(Workbench& bench, const std::string& missing, const CommandResult& result) {
  if (!bench.measured().file.empty()) return bench.terminal().warn("error: " + missing);
  if (result) return bench.terminal().note("note: " + missing);
  bench.terminal().detail(missing);
}

}  // namespace

CommandResult conclude_measured(Workbench& bench, Stamp stamp, CommandResult result) {
  if (is_usage_error(result)) return result;
  const auto* named = bench.settings().pipeline;
  const std::string pipeline = named ? named->name : std::string(telemetry::kNoPipeline);
  measure_run(bench, pipeline, stamp, result);
  const auto missing = publish(bench, pipeline);
  if (!missing) return result;
  tell(bench, *missing, result);
  const bool is_asked_for = !bench.measured().file.empty();
  if (is_asked_for && is_success(result)) return ExitCode::kPartial;
  return result;
}

}  // namespace mailcomb::app
