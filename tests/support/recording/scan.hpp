// SPDX-License-Identifier: Apache-2.0
// Scan: the messages as they were when it began.
#pragma once

#include <string>
#include <vector>

#include "mailcomb/provider.hpp"
#include "support/recording/call_log.hpp"
#include "support/recording/columns.hpp"
#include "support/recording/file.hpp"

namespace mailcomb::recording {

class Scan {
 public:
  Scan(const MailboxFile& file, std::vector<std::string> columns, CallLog log)
      : messages_(file.messages()),
        skips_(file.behaviour().value("skips", Json::array())),
        columns_(std::move(columns)),
        log_(std::move(log)) {}

  void next(const sdk::Call& call, sdk::RowWriter& rows, std::uint64_t rows_max) {
    log_.add("scan_next", {{"rows_max", rows_max}});
    for (const auto& skip : skips_)
      rows.skip(skip.at("what").get<std::string>(), skip.at("why").get<std::string>());
    skips_.clear();
    for (; rows_max > 0 && next_ < messages_.size(); --rows_max) {
      if (call.is_cancelled()) throw sdk::Failure(MAILCOMB_CANCELLED, "stopped", "stopped");
      write_row(messages_[next_++], columns_, rows);
    }
  }

 private:
  Json messages_;
  Json skips_;
  std::vector<std::string> columns_;
  CallLog log_;
  std::size_t next_ = 0;
};

}  // namespace mailcomb::recording
