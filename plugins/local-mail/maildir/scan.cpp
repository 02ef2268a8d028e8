// SPDX-License-Identifier: Apache-2.0
#include "maildir/scan.hpp"

#include <algorithm>
#include <utility>

#include "mail/utf8.hpp"
#include "maildir/doubles.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr int kAttemptsMax = 3;

}  // namespace

MaildirScan::MaildirScan(int root_fd, std::vector<Column> columns, LabelSource labels)
    : root_fd_(root_fd),
      row_(root_fd, std::move(columns), labels),
      listing_(Listing::load(root_fd)),
      ahead_(root_fd, listing_) {}

void MaildirScan::next(const sdk::Call& call, sdk::RowWriter& rows, std::uint64_t rows_max) {
  if (!has_reported_) report_troubles(rows);
  const auto& files = listing_.files();
  for (std::uint64_t told = 0; told < rows_max && position_ < files.size(); ++position_) {
    if (position_ % 64 == 0 && call.is_cancelled())
      throw sdk::Failure(MAILCOMB_CANCELLED, "cancelled", "the scan was stopped");
    const MessageFile& file = files[position_];
    if (position_ > 0 && file.folder != files[position_ - 1].folder) row_.close_directories();
    told += write(position_, rows);
  }
}

void MaildirScan::report_troubles(sdk::RowWriter& rows) {
  has_reported_ = true;
  for (const auto& trouble : listing_.troubles()) rows.skip(trouble.what, trouble.why);
  report_doubles(rows);
}

void MaildirScan::report_doubles(sdk::RowWriter& rows) {
  PlaceDirs directories(root_fd_);
  for (const auto& files : listing_.doubles()) {
    const auto there = still_there(directories, listing_, files);
    left_out_.insert(files.begin(), files.end());
    if (there.size() > 1) {
      rows.skip(percent_encode(files.front()->base()), doubles_text(listing_, there));
    } else {
      left_out_.erase(there.empty() ? files.front() : there.front());
    }
  }
}

std::uint64_t MaildirScan::write(std::size_t number, sdk::RowWriter& rows) {
  const MessageFile& file = listing_.files()[number];
  if (left_out_.contains(&file)) return 0;
  const auto* ahead = row_.reads_only_headers() ? ahead_.find(number) : nullptr;
  auto outcome = row_.write(listing_, file, rows, ahead);
  if (outcome == MessageRow::Outcome::kMissing) outcome = write_moved(file, rows);
  return outcome == MessageRow::Outcome::kMissing ? 0 : 1;
}

MessageRow::Outcome MaildirScan::write_moved(const MessageFile& lost, sdk::RowWriter& rows) {
  for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
    if (attempt > 0 || !later_) later_.emplace(Listing::load(root_fd_));
    row_.close_directories();
    const auto found = later_->find(lost.base());
    if (found.size() > 1) {
      rows.skip(percent_encode(lost.base()), doubles_text(*later_, found));
      return MessageRow::Outcome::kSkipped;
    }
    const MessageFile* now = found.empty() ? find_moved(lost) : found.front();
    if (!now) return MessageRow::Outcome::kMissing;
    const auto outcome = row_.write(*later_, *now, rows);
    if (outcome != MessageRow::Outcome::kMissing) return outcome;
  }
  rows.skip(percent_encode(lost.base()), "is moved faster than it can be read");
  return MessageRow::Outcome::kSkipped;
}

const MessageFile* MaildirScan::find_moved(const MessageFile& lost) const {
  // Few clients give a file another base; under it the message has another id, unless that is
  // known.
  for (const auto& file : later_->files())
    if (file.inode == lost.inode && listing_.find(file.base()).empty()) return &file;
  return nullptr;
}

}  // namespace mailcomb::local_mail
