// SPDX-License-Identifier: Apache-2.0
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

constexpr auto kText = MAILCOMB_COLUMN_UTF8;
constexpr auto kInteger = MAILCOMB_COLUMN_I64;
constexpr auto kBytes = MAILCOMB_COLUMN_BYTES;

}  // namespace

std::vector<sdk::Table> tables() {
  return {{"cleanup_policies",
           1,
           {{"digest", kText}, {"name", kText}, {"saved_at", kInteger}, {"text", kText}}},
          {"cleanup_runs",
           1,
           {{"run_id", kText},
            {"started_at", kInteger},
            {"kind", kText},
            {"policy", kText},
            {"provider", kText},
            {"account", kText},
            {"header", kText},
            {"key", kText},
            {"link", kBytes}}},
          {"cleanup_actions",
           2,
           {{"run_id", kText},
            {"sequence", kInteger},
            {"at", kInteger},
            {"kind", kText},
            {"batch", kInteger},
            {"message_id", kText},
            {"payload", kText},
            {"sealed", kBytes},
            {"link", kBytes}}},
          {"cleanup_ledger",
           1,
           {{"position", kInteger},
            {"at", kInteger},
            {"event", kText},
            {"run_id", kText},
            {"sequence", kInteger},
            {"run_link", kBytes},
            {"link", kBytes}}},
          {"cleanup_heads",
           1,
           {{"run_id", kText},
            {"first_sequence", kInteger},
            {"first_link", kBytes},
            {"sequence", kInteger},
            {"run_link", kBytes},
            {"adopted_to", kInteger},
            {"trimmed_at", kInteger}}}};
}

plugin::BatchBuilder rows_of(TableNumber table) {
  std::vector<plugin::ColumnSpec> columns;
  const auto declared = tables();
  for (const auto& column : declared[table].columns) columns.push_back({column.name, column.type});
  return plugin::BatchBuilder(std::move(columns));
}

}  // namespace mailcomb::journal
