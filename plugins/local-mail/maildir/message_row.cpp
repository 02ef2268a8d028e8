// SPDX-License-Identifier: Apache-2.0
#include "maildir/message_row.hpp"

#include <fcntl.h>

#include <cerrno>
#include <utility>

#include "mail/received.hpp"
#include "mail/utf8.hpp"
#include "maildir/folder_name.hpp"
#include "maildir/message_name.hpp"
#include "maildir/restore_token.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
MessageRow::MessageRow(int root_fd, std::vector<Column> columns)
    : directories_(root_fd),
      columns_(std::move(columns)),
      needs_headers_(needs_headers(columns_)),
      needs_size_(needs_kind(columns_, ColumnKind::kSizeBytes)),
      needs_restore_(needs_kind(columns_, ColumnKind::kRestore)) {}

MessageRow::Outcome MessageRow::write(const Listing& listing, const MessageFile& file,
                                      sdk::RowWriter& rows) {
  const Outcome outcome = load(listing, file);
  if (outcome == Outcome::kSkipped) rows.skip(percent_encode(to_path(listing.path_of(file))), why_);
  if (outcome != Outcome::kWritten) return outcome;
  for (const auto& column : columns_) write_cell(column, listing, file, rows);
  rows.end_row();
  return outcome;
}

MessageRow::Outcome MessageRow::load(const Listing& listing, const MessageFile& file) {
  const bool has_status = needs_restore_ || (needs_size_ && !find_size(file.base()));
  if (!needs_headers_ && !has_status) return Outcome::kWritten;
  const int directory = directories_.fd(listing.folder_of(file), file.place);
  if (directory < 0 ||
      (has_status && ::fstatat(directory, file.name, &status_, AT_SYMLINK_NOFOLLOW) != 0)) {
    const int error = errno;
    why_ = "cannot be read: " + error_text(error);
    return error == ENOENT ? Outcome::kMissing : Outcome::kSkipped;
  }
  if (!needs_headers_) return Outcome::kWritten;
  const auto read = reader_.load(directory, file.name);
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
    case ColumnKind::kReceivedAt: return write_received_at(column, file, rows);
    case ColumnKind::kSizeBytes:
      return rows.i64(column.index, find_size(file.base()).value_or(status_.st_size));
    case ColumnKind::kFlags:
      return rows.u64(column.index, flag_bits(split_name(file.full_name()).letters));
    case ColumnKind::kLocation: return rows.text(column.index, location_of(folder));
    case ColumnKind::kFolder: return rows.text(column.index, folder_text(folder));
    case ColumnKind::kRestore:
      return rows.value(column.index, to_value({listing.path_of(file), identity_of(status_)}));
    default: return header_cells_.write(column, reader_.headers(), rows);
  }
}

void MessageRow::write_received_at(const Column& column, const MessageFile& file,
                                   sdk::RowWriter& rows) {
  auto received_at = find_received_at(reader_.headers());
  if (!received_at) received_at = find_epoch(file.base());
  if (received_at) {
    rows.i64(column.index, received_at->time_since_epoch().count());
  } else {
    rows.null(column.index);
  }
}

}  // namespace mailcomb::local_mail
