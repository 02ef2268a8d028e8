// SPDX-License-Identifier: Apache-2.0
// RecordingMailbox: the provider `recording` (README.md).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "mailcomb/provider.hpp"
#include "support/recording/call_log.hpp"
#include "support/recording/file.hpp"
#include "support/recording/lock.hpp"
#include "support/recording/scan.hpp"

namespace mailcomb::recording {

class RecordingMailbox {
 public:
  using Scan = recording::Scan;

  explicit RecordingMailbox(const sdk::Config& config);

  sdk::Value describe();
  sdk::ScanPlan plan_scan(std::span<const std::string> columns, const sdk::Value* filter);
  std::unique_ptr<Scan> scan(std::span<const std::string> columns, const sdk::Value* filter);
  void observe(const sdk::Call&, std::span<const mailcomb_str> ids,
               std::span<const std::string> columns, sdk::RowWriter& rows);
  sdk::Value prepare(std::span<const mailcomb_str> actions);
  void apply(const sdk::Call& call, std::span<const mailcomb_change> changes,
             sdk::Outcomes& outcomes);
  void retire(const sdk::Value& creations);
  std::string changes_since(std::string_view cursor, sdk::RowWriter& rows);
  void lock();
  void unlock() noexcept;

 private:
  MailboxFile load() const { return MailboxFile(path_); }

  std::string path_;
  CallLog log_;
  FileLock lock_;
};

}  // namespace mailcomb::recording
