// SPDX-License-Identifier: Apache-2.0
#include "mbox/scan.hpp"

#include <utility>

namespace mailcomb::local_mail {

MboxScan::MboxScan(MboxFile file, MboxKind kind, std::vector<Column> columns)
    : file_(std::move(file)),
      reader_(file_.fd.get(), file_.stamp.size, [this] { return call_->is_cancelled(); }),
      row_(std::move(kind), std::move(columns)) {}

void MboxScan::next(const sdk::Call& call, sdk::RowWriter& rows, std::uint64_t rows_max) {
  call_ = &call;
  if (call.is_cancelled())
    throw sdk::Failure(MAILCOMB_CANCELLED, "cancelled", "the scan was stopped");
  for (std::uint64_t told = 0; told < rows_max && !is_over_; ++told) {
    if (reader_.begin()) {
      row_.write(reader_, ids_.next(reader_.headers()), rows);
    } else {
      report_growth(rows);
    }
  }
}

void MboxScan::report_growth(sdk::RowWriter& rows) {
  is_over_ = true;
  if (stamp_of(file_.fd).size > file_.stamp.size)
    rows.skip("what follows byte " + std::to_string(file_.stamp.size),
              "was written while the mbox was read; plan again to see it");
}

}  // namespace mailcomb::local_mail
