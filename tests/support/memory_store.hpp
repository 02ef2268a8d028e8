// SPDX-License-Identifier: Apache-2.0
// MemoryStore: a store that forgets, with a clock of its own, and that fails when it is told to.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/in_process.hpp"

namespace mailcomb::testing {

using Cells = std::vector<sdk::Value>;

// By the leading cells that both have: a prefix is equal to all that it begins.
inline int compare_prefix(const Cells& a, const Cells& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (a[i].integer() != b[i].integer()) return a[i].integer() < b[i].integer() ? -1 : 1;
    if (const int order = a[i].text().compare(b[i].text()); order != 0) return order;
  }
  return 0;
}

struct CellOrder {
  bool operator()(const Cells& a, const Cells& b) const { return compare_prefix(a, b) < 0; }
};

// Keys to whole rows; keys have the same number of cells.
using MemoryRows = std::map<Cells, Cells, CellOrder>;

// What a MemoryStore keeps; all stores opened on it see the same.
struct MemoryDisk {
  struct Lease {
    std::optional<std::string> holder;
    std::int64_t fence = 0;
    std::chrono::milliseconds end{0};
  };

  std::optional<std::uint32_t> schema_version;
  std::map<std::string, MemoryRows> tables;
  std::map<std::string, sdk::Document> documents;
  std::map<std::string, Lease> leases;
  std::chrono::milliseconds now{0};
  int calls = 0;         // So many have begun; open and describe count too.
  int failing_call = 0;  // The number of the one that fails, from 1; 0: none.
  std::function<void()>
      before_put;  // Somebody else's moment, before a document is put. May be empty.
};

// One whose configuration is {disk: NAME} opens the disk of that name.
inline MemoryDisk& memory_disk(const std::string& name) {
  static std::map<std::string, MemoryDisk> disks;
  return disks[name];
}

class MemoryStore {
 public:
  MemoryStore(const sdk::Call&, const sdk::Config& config, std::vector<sdk::Table> tables,
              std::uint32_t schema_version)
      : disk_(memory_disk(config["disk"].text())), declared_(std::move(tables)) {
    begin();
    if (disk_.schema_version > schema_version)
      fail("has schema version " + std::to_string(*disk_.schema_version) +
           ", but this mailcomb knows only up to " + std::to_string(schema_version));
    disk_.schema_version = schema_version;
  }

  sdk::Value describe() {
    begin();
    return sdk::Value::map({{"location", "memory"}});
  }

  void append(const sdk::Call&, std::uint32_t table, const mailcomb_batch& batch) {
    begin();
    const sdk::Table& declared = declared_.at(table);
    for (std::uint32_t row = 0; row < batch.row_count; ++row) {
      Cells cells = read_row(batch, row);
      Cells key(cells.begin(), cells.begin() + declared.key_columns);
      if (change(declared).emplace(std::move(key), std::move(cells)).second) continue;
      take_back();
      throw sdk::Failure(MAILCOMB_CONFLICT, "memory-conflict", "the key exists already");
    }
  }

  void commit(const sdk::Call&) {
    begin();
    if (changed_) disk_.tables = *changed_;
    take_back();
  }

  void read(const sdk::Call&, std::uint32_t table, const sdk::KeyRange& range,
            sdk::RowWriter& rows) {
    begin();
    const sdk::Table& declared = declared_.at(table);
    std::vector<const Cells*> found;
    auto& tables = changed_ ? *changed_ : disk_.tables;
    for (const auto& [key, cells] : tables[declared.name])
      if (is_within(key, range)) found.push_back(&cells);
    if (range.descending) std::reverse(found.begin(), found.end());
    if (range.rows_max > 0 && found.size() > range.rows_max) found.resize(range.rows_max);
    for (const Cells* cells : found) write_row(declared, *cells, rows);
  }

  void remove(const sdk::Call&, std::uint32_t table, const sdk::KeyRange& range) {
    begin();
    std::erase_if(change(declared_.at(table)),
                  [&](const auto& row) { return is_within(row.first, range); });
  }

  std::optional<sdk::Document> get_document(const sdk::Call&, std::string_view key) {
    begin();
    const auto found = disk_.documents.find(std::string(key));
    if (found == disk_.documents.end()) return {};
    return found->second;
  }

  void put_document(const sdk::Call&, std::string_view key, std::int64_t expected,
                    std::string_view bytes) {
    begin();
    if (disk_.before_put) disk_.before_put();
    const auto found = disk_.documents.find(std::string(key));
    if ((found == disk_.documents.end() ? 0 : found->second.version) != expected)
      throw sdk::Failure(MAILCOMB_CONFLICT, "memory-conflict", "the document has another version");
    disk_.documents[std::string(key)] = {expected + 1, std::string(bytes)};
  }

  sdk::Lease take_lease(const sdk::Call&, std::string_view name, std::string_view holder,
                        std::chrono::milliseconds ttl, bool force) {
    begin();
    auto& lease = disk_.leases[std::string(name)];
    const bool is_ours = lease.holder == holder;
    if (lease.holder && !is_ours && lease.end > disk_.now && !force) return {{}, *lease.holder};
    lease = {std::string(holder), is_ours ? lease.fence : lease.fence + 1, disk_.now + ttl};
    return {lease.fence, std::string(holder)};
  }

  void drop_lease(const sdk::Call&, std::string_view name, std::int64_t fence) {
    begin();
    auto& lease = disk_.leases[std::string(name)];
    if (lease.fence == fence) lease.holder.reset();
  }

 private:
  [[noreturn]] static void fail(const std::string& why) {
    throw sdk::Failure(MAILCOMB_UNAVAILABLE, "memory-unavailable", "the store " + why);
  }

  void begin() {
    if (++disk_.calls != disk_.failing_call) return;
    take_back();
    fail("failed as it was told to");
  }
  MemoryRows& change(const sdk::Table& table) {
    if (!changed_) changed_ = disk_.tables;
    return (*changed_)[table.name];
  }
  void take_back() { changed_.reset(); }

  static bool is_within(const Cells& key, const sdk::KeyRange& range) {
    return compare_prefix(range.first, key) <= 0 && compare_prefix(key, range.last) <= 0;
  }

  static Cells read_row(const mailcomb_batch& batch, std::uint32_t row) {
    Cells cells;
    for (std::uint32_t i = 0; i < batch.column_count; ++i) {
      const auto* column = mailcomb_batch_column_at(&batch, i);
      if (mailcomb_batch_is_null(&batch, column, row)) {
        cells.emplace_back();
      } else if (column->type == MAILCOMB_COLUMN_I64) {
        cells.emplace_back(mailcomb_batch_i64(&batch, column, row));
      } else {
        cells.push_back(
            sdk::Value::bytes(std::string(sdk::view(mailcomb_batch_utf8(&batch, column, row)))));
      }
    }
    return cells;
  }

  static void write_row(const sdk::Table& table, const Cells& cells, sdk::RowWriter& rows) {
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
      if (cells[i].is(sdk::Value::Kind::kNull)) {
        rows.null(i);
      } else if (table.columns[i].type == MAILCOMB_COLUMN_I64) {
        rows.i64(i, cells[i].integer());
      } else if (table.columns[i].type == MAILCOMB_COLUMN_UTF8) {
        rows.text(i, cells[i].text());
      } else {
        rows.bytes(i, cells[i].text());
      }
    }
    rows.end_row();
  }

  MemoryDisk& disk_;
  std::vector<sdk::Table> declared_;
  std::optional<std::map<std::string, MemoryRows>> changed_;  // All rows, until commit.
};

inline plugin::Component memory_component() {
  static const sdk::Plugin plugin("memory", "1.0.0", [](sdk::Plugin& described) {
    described.store<MemoryStore>("memory", "Keeps everything until the process ends")
        .text("disk", "the name of the disk");
  });
  return component_of(plugin);
}

}  // namespace mailcomb::testing
