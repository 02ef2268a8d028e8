// SPDX-License-Identifier: Apache-2.0
#include "maildir/message_row.hpp"

#include <cerrno>
#include <utility>

#include "mail/label_cells.hpp"
#include "mail/number_cell.hpp"
#include "mail/received.hpp"
#include "mail/utf8.hpp"
#include "mailcomb/abi/column.h"
#include "maildir/folder_name.hpp"
#include "maildir/message_name.hpp"
#include "maildir/restore_token.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {

MessageRow::MessageRow(int root_fd, std::vector<Column> columns, LabelSource labels)
    : directories_(root_fd),
      columns_(std::move(columns)),
      label_source_(labels),
      // Whether a message is important stands in its labels.
      needs_headers_(needs_headers(columns_) ||
                     (labels == LabelSource::kHeaders && needs_kind(columns_, ColumnKind::kFlags))),
      needs_size_(needs_kind(columns_, ColumnKind::kSizeBytes)),
      needs_restore_(needs_kind(columns_, ColumnKind::kRestore)) {}

bool MessageRow::reads_only_headers() const {
  return needs_headers_ && !needs_kind(columns_, ColumnKind::kAttachments);
}

MessageRow::Outcome MessageRow::write(const Listing& listing, const MessageFile& file,
                                      sdk::RowWriter& rows, const HeaderReader* ahead) {
  read_ = ahead ? ahead : &reader_;
  const Outcome outcome = ahead ? Outcome::kWritten : load(listing, file);
  if (outcome == Outcome::kSkipped) rows.skip(percent_encode(to_path(listing.path_of(file))), why_);
  if (outcome != Outcome::kWritten) return outcome;
  if (label_source_ == LabelSource::kHeaders && needs_headers_)
    labels_ = read_gmail_labels(read_->headers());
  for (const auto& column : columns_) write_cell(column, listing, file, rows);
  rows.end_row();
  return outcome;
}

MessageRow::Outcome MessageRow::load(const Listing& listing, const MessageFile& file) {
  const bool needs_status = needs_restore_ || (needs_size_ && !find_size(file.base()));
  if (!needs_headers_ && !needs_status) return Outcome::kWritten;
  const int directory = directories_.fd(listing.folder_of(file), file.place);
  if (directory < 0) {
    const int error = errno;
    why_ = "cannot be read: " + error_text(error);
    return error == ENOENT ? Outcome::kMissing : Outcome::kSkipped;
  }
  const auto read =
      needs_headers_ ? reader_.load(directory, file.name) : reader_.look(directory, file.name);
  if (read == HeaderReader::Outcome::kFailed) why_ = reader_.why();
  return read == HeaderReader::Outcome::kRead      ? Outcome::kWritten
         : read == HeaderReader::Outcome::kMissing ? Outcome::kMissing
                                                   : Outcome::kSkipped;
}

void MessageRow::write_cell(const Column& column, const Listing& listing, const MessageFile& file,
                            sdk::RowWriter& rows) {
  const std::string& folder = listing.folder_of(file);
  switch (column.kind) {
    case ColumnKind::kId: return rows.text(column.index, percent_encode(file.base(), scratch_));
    case ColumnKind::kReceivedAt: return write_number(column, received_at(file), rows);
    case ColumnKind::kSizeBytes:
      return rows.i64(column.index, find_size(file.base()).value_or(read_->status().st_size));
    case ColumnKind::kFlags: return rows.u64(column.index, flags(file));
    case ColumnKind::kLabels: return write_all_labels(column, folder, rows);
    case ColumnKind::kCategory: return write_category(column, labels_, rows);
    case ColumnKind::kLocation: return rows.text(column.index, location_of(folder));
    case ColumnKind::kFolder: return rows.text(column.index, folder_text(folder));
    case ColumnKind::kAttachments: return write_number(column, count_attachments(), rows);
    case ColumnKind::kRestore:
      return rows.value(column.index,
                        to_value({listing.path_of(file), identity_of(read_->status())}));
    default: return header_cells_.write(column, read_->headers(), rows);
  }
}

std::uint64_t MessageRow::flags(const MessageFile& file) const {
  return flag_bits(split_name(file.full_name()).letters) |
         (labels_.flags & MAILCOMB_FLAG_IMPORTANT);
}

void MessageRow::write_all_labels(const Column& column, const std::string& folder,
                                  sdk::RowWriter& rows) {
  if (location_of(folder) == "other") labels_.own.push_back(folder_text(folder));
  write_labels(column, labels_, rows);
}

std::optional<std::int64_t> MessageRow::received_at(const MessageFile& file) const {
  auto received_at = find_received_at(read_->headers());
  if (!received_at) received_at = find_epoch(file.base());
  if (!received_at) return {};
  return received_at->time_since_epoch().count();
}

std::optional<std::int64_t> MessageRow::count_attachments() {
  attachments_.begin(reader_.headers());
  while (attachments_.wants_more()) {
    const auto piece = reader_.read_body();
    if (!piece) return {};
    if (piece->empty()) break;
    attachments_.add(*piece);
  }
  return attachments_.finish();
}

}  // namespace mailcomb::local_mail
