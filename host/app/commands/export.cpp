// SPDX-License-Identifier: Apache-2.0
// export: everything that the journal holds, as data.
#include "app/commands/commands.hpp"
#include "app/commands/unsealed.hpp"
#include "app/report/export_report.hpp"
#include "journal/history.hpp"
#include "journal/tables.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

Checked<std::vector<std::string>> runs_to_export(const Workbench& bench, plugin::Store& store) {
  if (!bench.options().run.empty()) {
    const auto run = journal::find_run(store, bench.options().run);
    if (!run) return all(run.error());
    return std::vector{*run};
  }
  const auto runs = journal::list_runs(store);
  if (!runs) return all(runs.error());
  std::vector<std::string> ids;
  for (const auto& run : *runs) ids.push_back(run.header.run_id);
  return ids;
}

// One run at a time, so that memory does not grow with the journal.
class Output {
 public:
  Output(Terminal& terminal, bool is_lines) : terminal_(terminal), is_lines_(is_lines) {
    if (!is_lines_) terminal_.print("{\"format\": \"mailcomb.export/1\", \"records\": [\n");
  }
  void add(const json& record) {
    if (is_lines_) {
      terminal_.print(json_text(record, -1) + "\n");
      return;
    }
    terminal_.print((is_first_ ? "" : ",\n") + json_text(record, -1));
    is_first_ = false;
  }
  void end() {
    if (!is_lines_) terminal_.print("\n]}\n");
  }

 private:
  Terminal& terminal_;
  bool is_lines_;
  bool is_first_ = true;
};

Result<void> export_policies(plugin::Store& store, const std::string& digest, Output& output) {
  const auto rows = store.read(journal::kPolicies, {});
  if (!rows) return tl::unexpected(rows.error());
  for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
    const auto policy = rows->row(row);
    if (digest.empty() || policy.text("digest") == digest) output.add(policy_record(policy));
  }
  return {};
}

}  // namespace

CommandResult run_export(Workbench& bench) {
  const auto& options = bench.options();
  if (options.format == Format::kCsv)
    return all(
        {Fault::kUsage, "an export is no table", "use --format json or ndjson", {}, 0, 0, {}});
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  const auto runs = runs_to_export(bench, *store);
  if (!runs) return tl::unexpected(runs.error());
  const auto retention = journal::remembered_retention(*store);
  if (!retention) return all(retention.error());
  Output output(bench.terminal(), options.format == Format::kNdjson);
  std::string why;
  std::string digest;
  for (const auto& id : *runs) {
    auto run = journal::load_run(*store, id);
    if (!run) return all(run.error());
    const auto unsealing = unseal(bench, *run);
    if (!unsealing.why.empty()) why = unsealing.why;
    if (!options.run.empty()) digest = run->summary.header.policy_digest;
    output.add(run_record(*run, *retention, unsealing));
  }
  if (auto done = export_policies(*store, digest, output); !done) return all(done.error());
  output.end();
  if (why.empty()) return ExitCode::kOk;
  bench.terminal().warn("some subjects and senders are missing: " + why);
  return ExitCode::kPartial;
}

}  // namespace mailcomb::app
