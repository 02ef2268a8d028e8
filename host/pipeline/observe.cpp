// SPDX-License-Identifier: Apache-2.0
#include "pipeline/observe.hpp"

#include <algorithm>

#include "plan/observation.hpp"
#include "plugin/value_bytes.hpp"

namespace mailcomb::pipeline {
namespace {

// So many messages are asked about in one call.
constexpr std::size_t kIdsPerCall = 4096;

std::vector<std::string> columns_of(const plugin::Mailbox& mailbox, WithRestore with_restore) {
  std::vector<std::string> columns = {"id"};
  for (const auto column : plan::kStateColumns)
    if (mailbox.description().has_column(column)) columns.emplace_back(column);
  if (with_restore == WithRestore::kYes) columns.emplace_back("restore");
  return columns;
}

sdk::Value restore_of(const plugin::Batch& batch, std::uint32_t row) {
  const auto* column = mailcomb_batch_find(&batch.abi(), sdk::slice("restore"));
  if (!column || mailcomb_batch_is_null(&batch.abi(), column, row)) return {};
  const auto bytes = sdk::view(mailcomb_batch_utf8(&batch.abi(), column, row));
  return plugin::value_from_bytes(bytes).value_or(sdk::Value());
}

void add(const plugin::Observation& seen, Observations& observations) {
  for (std::uint32_t row = 0; row < seen.batch.row_count(); ++row) {
    const auto columns = seen.batch.row(row);
    observations.messages.insert_or_assign(
        std::string(columns.text("id").value_or("")),
        Observed{plan::observe_state(columns), restore_of(seen.batch, row)});
  }
  observations.skips.insert(observations.skips.end(), seen.skips.begin(), seen.skips.end());
}

}  // namespace

const Observed* Observations::find(const std::string& id) const {
  const auto found = messages.find(id);
  return found == messages.end() ? nullptr : &found->second;
}

std::string Observations::why_missing(const std::string& id) const {
  for (const auto& skip : skips)
    if (skip.what.find(id) != std::string::npos) return skip.what + ": " + skip.why;
  return {};
}

Result<Observations> observe(plugin::Mailbox& mailbox, const std::vector<std::string>& ids,
                             WithRestore with_restore, const plugin::StopAsked& stop) {
  Observations observations;
  const auto columns = columns_of(mailbox, with_restore);
  for (std::size_t at = 0; at < ids.size(); at += kIdsPerCall) {
    if (stop && stop())
      return fail(Fault::kCancelled, "stopped while looking at the messages; nothing was changed");
    const auto end = std::min(ids.size(), at + kIdsPerCall);
    const std::vector<std::string> some(ids.begin() + static_cast<std::ptrdiff_t>(at),
                                        ids.begin() + static_cast<std::ptrdiff_t>(end));
    const auto seen = mailbox.observe(some, columns);
    if (!seen) return tl::unexpected(seen.error());
    add(*seen, observations);
  }
  return observations;
}

}  // namespace mailcomb::pipeline
