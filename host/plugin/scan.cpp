// SPDX-License-Identifier: Apache-2.0
#include "plugin/scan.hpp"

#include <algorithm>

#include "mailcomb/abi/scan_progress.h"
#include "plugin/component.hpp"

namespace mailcomb::plugin {
namespace {

std::optional<mailcomb_scan_progress> find_progress(const mailcomb_provider& functions) {
  if (!functions.extension) return {};
  const void* found = functions.extension(sdk::slice(MAILCOMB_SCAN_PROGRESS_ID));
  if (!found) return {};
  const auto progress = read_struct<mailcomb_scan_progress>(found);
  if (!progress.how_far) return {};
  return progress;
}

}  // namespace

std::optional<std::uint32_t> find_row_without_id(const Batch& batch) {
  const auto* column = mailcomb_batch_find(&batch.abi(), sdk::slice("id"));
  if (!column) return {};
  for (std::uint32_t row = 0; row < batch.row_count(); ++row)
    if (mailcomb_batch_is_null(&batch.abi(), column, row) ||
        mailcomb_batch_cell(&batch.abi(), column, row).count == 0)
      return row;
  return {};
}

Scan::Scan(std::shared_ptr<OpenMailbox> mailbox, mailcomb_scan* scan,
           std::vector<ColumnSpec> columns)
    : mailbox_(std::move(mailbox)), scan_(scan, Close{mailbox_}), rows_(std::move(columns)) {}

Result<std::optional<Batch>> Scan::next(std::uint64_t rows_max) {
  rows_.limit_rows(rows_max);
  while (scan_) {
    const auto called =
        mailbox_->caller.call_for_rows("scan_next", rows_, [&](const auto* call, const auto* rows) {
          return mailbox_->functions.scan_next(scan_.get(), call, rows, rows_max);
        });
    if (!called) {
      scan_.reset();
      return tl::unexpected(called.error());
    }
    if (rows_.row_count() > 0) return take_batch();
    if (rows_.skips().empty()) scan_.reset();
    take_batch();
  }
  return std::optional<Batch>();
}

std::optional<double> Scan::share() const {
  const auto progress = scan_ ? find_progress(mailbox_->functions) : std::nullopt;
  if (!progress) return {};
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  progress->how_far(scan_.get(), &done, &total);
  if (total == 0) return {};
  return std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
}

Result<std::optional<Batch>> Scan::take_batch() {
  skips_.insert(skips_.end(), rows_.skips().begin(), rows_.skips().end());
  Batch batch = rows_.finish(ordinal_);
  ordinal_ += batch.row_count();
  if (find_row_without_id(batch)) {
    scan_.reset();
    return tl::unexpected(mailbox_->caller.bug("scan_next", "a row has no id"));
  }
  return std::optional<Batch>(std::move(batch));
}

}  // namespace mailcomb::plugin
