// SPDX-License-Identifier: Apache-2.0
// A provider of three messages, made with the SDK, that behaves or misbehaves as its test says.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "mailcomb/plugin.hpp"

namespace mailcomb::plugin {

// What the mailbox holds, does and records; one at a time, set by the test.
struct FakeState {
  sdk::Value description =
      sdk::Value::map({{"account", "fake"},
                       {"columns", sdk::Value::list({"id", "subject", "header:*"})},
                       {"actions", sdk::Value::list({"archive", "label:*"})},
                       {"changes_per_batch", 2},
                       {"cost_unit", "files"},
                       {"notes", sdk::Value::map({{"trash", "for good"}})}});
  std::vector<std::string> messages = {"m1", "m2", "m3"};
  std::size_t batches_of_skips = 0;  // Given before the first row.
  std::uint64_t total_told = 0;      // Of a scan's progress.
  sdk::ScanPlan plan{MAILCOMB_SEARCH_EXACT, 7};
  std::function<void(sdk::RowWriter&)> write_instead;
  std::function<void(std::span<const mailcomb_change>, sdk::Outcomes&)> apply;
  std::optional<sdk::Value> filter_seen;
  sdk::Value retired;
  int open_mailboxes = 0;
  int open_scans = 0;
  bool is_locked_elsewhere = false;
  bool is_locked = false;
  std::string cursor = "c1";
};
inline FakeState* fake = nullptr;

class FakeScan {
 public:
  explicit FakeScan(std::vector<std::string> columns) : columns_(std::move(columns)) {
    ++fake->open_scans;
  }
  ~FakeScan() { --fake->open_scans; }
  void next(const sdk::Call& call, sdk::RowWriter& rows, std::uint64_t rows_max) {
    if (call.is_cancelled()) throw sdk::Failure(MAILCOMB_CANCELLED, "stopped", "stopped");
    if (fake->write_instead) return fake->write_instead(rows);
    if (skipped_ < fake->batches_of_skips) {
      rows.skip("file " + std::to_string(++skipped_), "unreadable");
      return;
    }
    for (; rows_max > 0 && next_ < fake->messages.size(); --rows_max, ++next_) write(rows);
  }
  sdk::ScanProgress progress() const noexcept { return {next_, fake->total_told}; }

 private:
  void write(sdk::RowWriter& rows) {
    for (std::uint32_t i = 0; i < columns_.size(); ++i)
      columns_[i] == "id" ? rows.text(i, fake->messages[next_]) : rows.null(i);
    rows.end_row();
  }

  std::vector<std::string> columns_;
  std::size_t next_ = 0;
  std::size_t skipped_ = 0;
};

class FakeMailbox {
 public:
  using Scan = FakeScan;

  explicit FakeMailbox(const sdk::Config& config) {
    if (config.find("fail"))
      throw sdk::Failure(MAILCOMB_SIGN_IN, "no-token", "no credentials", "sign in");
    ++fake->open_mailboxes;
  }
  ~FakeMailbox() { --fake->open_mailboxes; }

  sdk::Value describe() { return fake->description; }
  sdk::ScanPlan plan_scan(std::span<const std::string>, const sdk::Value* filter) {
    if (filter) fake->filter_seen = *filter;
    return fake->plan;
  }
  std::unique_ptr<FakeScan> scan(std::span<const std::string> columns, const sdk::Value*) {
    return std::make_unique<FakeScan>(std::vector(columns.begin(), columns.end()));
  }
  void observe(const sdk::Call&, std::span<const mailcomb_str> ids,
               std::span<const std::string> columns, sdk::RowWriter& rows) {
    if (fake->write_instead) return fake->write_instead(rows);
    for (const mailcomb_str& id : ids) {
      if (sdk::view(id) == "gone") continue;
      for (std::uint32_t i = 0; i < columns.size(); ++i)
        columns[i] == "id" ? rows.text(i, sdk::view(id)) : rows.value(i, sdk::view(id));
      rows.end_row();
    }
  }
  sdk::Value prepare(std::span<const mailcomb_str> actions) {
    auto created = sdk::Value::list();
    for (const mailcomb_str& action : actions) created.push(sdk::view(action));
    return created;
  }
  void apply(const sdk::Call&, std::span<const mailcomb_change> changes, sdk::Outcomes& outcomes) {
    fake->apply(changes, outcomes);
  }
  void retire(const sdk::Value& creations) { fake->retired = creations; }
  std::string changes_since(std::string_view cursor, sdk::RowWriter& rows) {
    if (cursor == "old") throw sdk::Failure(MAILCOMB_UNSUPPORTED, "too-old", "too old");
    if (!cursor.empty()) {
      rows.text(0, "m2");
      rows.end_row();
    }
    return fake->cursor;
  }
  void lock() {
    if (fake->is_locked_elsewhere)
      throw sdk::Failure(MAILCOMB_LOCKED, "locked", "another program holds it");
    fake->is_locked = true;
  }
  void unlock() noexcept { fake->is_locked = false; }
};

}  // namespace mailcomb::plugin
