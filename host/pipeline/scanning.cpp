// SPDX-License-Identifier: Apache-2.0
#include "pipeline/scanning.hpp"

namespace mailcomb::pipeline {
namespace {

// Large enough to pay for a call, small enough to stay in the cache.
constexpr std::uint64_t kRowsPerBatch = 1024;

Result<std::optional<plugin::Batch>> next_batch(plugin::Scan& scan, telemetry::Meter* meter) {
  const telemetry::StageTime scanning(meter, telemetry::Stage::kScan);
  return scan.next(kRowsPerBatch);
}

}  // namespace

Result<std::vector<plugin::Skip>> scan_all(plugin::Mailbox& mailbox,
                                           const std::vector<std::string>& columns,
                                           const PlanningHooks& hooks,
                                           const std::function<void(const plugin::Batch&)>& see) {
  auto scan = mailbox.open_scan(columns);
  if (!scan) return tl::unexpected(scan.error());
  std::int64_t scanned = 0;
  if (hooks.after_batch) hooks.after_batch(scanned, scan->share());
  while (true) {
    if (hooks.stop && hooks.stop())
      return fail(Fault::kCancelled, "stopped while planning; nothing was changed");
    const auto batch = next_batch(*scan, hooks.meter);
    if (!batch) return tl::unexpected(batch.error());
    if (!*batch) break;
    if (hooks.on_batch) hooks.on_batch(**batch);
    see(**batch);
    scanned += (*batch)->row_count();
    if (hooks.after_batch) hooks.after_batch(scanned, scan->share());
  }
  return scan->skips();
}

}  // namespace mailcomb::pipeline
