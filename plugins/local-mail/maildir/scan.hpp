// SPDX-License-Identifier: Apache-2.0
// MaildirScan: every message of a Maildir, ordered by folder and name.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_set>
#include <vector>

#include "mailcomb/failure.hpp"
#include "mailcomb/provider.hpp"
#include "maildir/headers_ahead.hpp"
#include "maildir/listing.hpp"
#include "maildir/message_row.hpp"

namespace mailcomb::local_mail {

// The names are fixed when it is made; the files are read as the rows are asked for.
class MaildirScan {
 public:
  MaildirScan(int root_fd, std::vector<Column> columns, LabelSource labels);

  // As scan_next of provider.h.
  void next(const sdk::Call& call, sdk::RowWriter& rows, std::uint64_t rows_max);
  // In files.
  sdk::ScanProgress progress() const noexcept { return {position_, listing_.files().size()}; }

 private:
  // What cannot be given as rows, before the first row.
  void report_troubles(sdk::RowWriter& rows);
  void report_doubles(sdk::RowWriter& rows);
  // Counts what the host was told: 0 for a message that has left the mailbox.
  std::uint64_t write(std::size_t number, sdk::RowWriter& rows);
  // A file that is no longer where it was listed: under its present name, if it has one.
  MessageRow::Outcome write_moved(const MessageFile& lost, sdk::RowWriter& rows);
  const MessageFile* find_moved(const MessageFile& lost) const;

  int root_fd_;
  MessageRow row_;
  Listing listing_;
  HeadersAhead ahead_;
  std::optional<Listing> later_;  // Taken when a file was missing.
  std::unordered_set<const MessageFile*> left_out_;
  std::size_t position_ = 0;
  bool has_reported_ = false;
};

}  // namespace mailcomb::local_mail
