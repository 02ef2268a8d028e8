// SPDX-License-Identifier: Apache-2.0
// MboxScan: every message of an mbox, in the order of the file.
#pragma once

#include <cstdint>
#include <vector>

#include "mailcomb/failure.hpp"
#include "mailcomb/provider.hpp"
#include "mailcomb/row_writer.hpp"
#include "mbox/mbox_file.hpp"
#include "mbox/message_ids.hpp"
#include "mbox/message_reader.hpp"
#include "mbox/message_row.hpp"

namespace mailcomb::local_mail {

// The file is read up to the size that it has when the scan is made.
class MboxScan {
 public:
  MboxScan(MboxFile file, MboxKind kind, std::vector<Column> columns);

  // As scan_next of provider.h.
  void next(const sdk::Call& call, sdk::RowWriter& rows, std::uint64_t rows_max);
  // In bytes.
  sdk::ScanProgress progress() const noexcept { return {reader_.offset(), file_.stamp.size}; }

 private:
  // What was written behind that size meanwhile is told, as messages that were not looked at.
  void report_growth(sdk::RowWriter& rows);

  MboxFile file_;
  const sdk::Call* call_ = nullptr;
  MessageReader reader_;
  MboxRow row_;
  MessageIds ids_;
  bool is_over_ = false;
};

}  // namespace mailcomb::local_mail
