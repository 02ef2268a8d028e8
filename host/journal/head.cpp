// SPDX-License-Identifier: Apache-2.0
#include "journal/head.hpp"

#include "journal/cells.hpp"
#include "journal/tables.hpp"
#include "mailcomb/row_writer.hpp"

namespace mailcomb::journal {
namespace {

Head head_at(const plugin::Batch& rows, std::uint32_t row) {
  const auto& batch = rows.abi();
  const auto trimmed_at = integer_at(batch, row, heads::kTrimmedAt);
  return {integer_at(batch, row, heads::kFirstSequence).value_or(0),
          std::string(bytes_at(batch, row, heads::kFirstLink).value_or("")),
          integer_at(batch, row, heads::kSequence).value_or(-1),
          std::string(bytes_at(batch, row, heads::kRunLink).value_or("")),
          integer_at(batch, row, heads::kAdoptedTo),
          trimmed_at ? std::optional(from_unix_ms(*trimmed_at)) : std::nullopt};
}

}  // namespace

Result<std::optional<Head>> read_head(plugin::Store& store, const std::string& run_id) {
  using Found = std::optional<Head>;
  const auto rows = store.read(kHeads, {{run_id}, {run_id}, false, 1});
  if (!rows) return tl::unexpected(rows.error());
  return rows->row_count() == 0 ? Found() : Found(head_at(*rows, 0));
}

Result<std::map<std::string, Head>> read_heads(plugin::Store& store) {
  const auto rows = store.read(kHeads, {});
  if (!rows) return tl::unexpected(rows.error());
  std::map<std::string, Head> heads;
  for (std::uint32_t row = 0; row < rows->row_count(); ++row)
    heads.emplace(bytes_at(rows->abi(), row, heads::kRun).value_or(""), head_at(*rows, row));
  return heads;
}

Result<void> write_head(plugin::Store& store, const std::string& run_id, const Head& head) {
  if (auto removed = remove_head(store, run_id); !removed) return removed;
  auto rows = rows_of(kHeads);
  const auto abi = rows.writer();
  sdk::RowWriter row(&abi);
  row.text(heads::kRun, run_id);
  row.i64(heads::kFirstSequence, head.first_sequence);
  row.bytes(heads::kFirstLink, head.first_link);
  row.i64(heads::kSequence, head.sequence);
  row.bytes(heads::kRunLink, head.link);
  head.adopted_to ? row.i64(heads::kAdoptedTo, *head.adopted_to) : row.null(heads::kAdoptedTo);
  head.trimmed_at ? row.i64(heads::kTrimmedAt, to_unix_ms(*head.trimmed_at))
                  : row.null(heads::kTrimmedAt);
  row.end_row();
  const auto written = store.append(kHeads, rows.finish());
  if (!written) return tl::unexpected(written.error());
  if (*written == plugin::Written::kConflict)
    return fail(Fault::kUnavailable, "another process wrote the head of run '" + run_id + "'",
                "try again when it is done");
  return {};
}

Result<void> remove_head(plugin::Store& store, const std::string& run_id) {
  return store.remove(kHeads, {{run_id}, {run_id}, false, 0});
}

}  // namespace mailcomb::journal
