// SPDX-License-Identifier: Apache-2.0
// MessageRow: writes the columns of one message file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mail/attachment_counter.hpp"
#include "mail/columns.hpp"
#include "mail/gmail_labels.hpp"
#include "mail/header_cells.hpp"
#include "mail/header_reader.hpp"
#include "mailcomb/row_writer.hpp"
#include "maildir/listing.hpp"
#include "maildir/place_dirs.hpp"

namespace mailcomb::local_mail {

// Where labels and categories come from: nowhere, or the headers that Google Takeout exports.
enum class LabelSource { kNone, kHeaders };

class MessageRow {
 public:
  enum class Outcome {
    kWritten,
    kSkipped,  // It cannot be read; the host was told.
    kMissing,  // No file of that name: it was renamed or removed since it was listed.
  };

  MessageRow(int root_fd, std::vector<Column> columns, LabelSource labels);

  // Opens the file only if a column needs what is in it, and its headers were not read `ahead`.
  Outcome write(const Listing& listing, const MessageFile& file, sdk::RowWriter& rows,
                const HeaderReader* ahead = nullptr);

  // Whether the headers are all that it reads of a file.
  bool reads_only_headers() const;

  // For callers that are done with a folder.
  void close_directories() { directories_.close_all(); }

 private:
  Outcome load(const Listing& listing, const MessageFile& file);
  void write_cell(const Column& column, const Listing& listing, const MessageFile& file,
                  sdk::RowWriter& rows);
  std::uint64_t flags(const MessageFile& file) const;
  // A folder of the user's own counts as a label.
  void write_all_labels(const Column& column, const std::string& folder, sdk::RowWriter& rows);
  std::optional<std::int64_t> received_at(const MessageFile& file) const;
  std::optional<std::int64_t> count_attachments();

  PlaceDirs directories_;
  std::vector<Column> columns_;
  LabelSource label_source_;
  bool needs_headers_;
  bool needs_size_;
  bool needs_restore_;
  HeaderReader reader_;
  const HeaderReader* read_ = &reader_;  // That of the present message.
  HeaderCells header_cells_;
  AttachmentCounter attachments_;
  GmailLabels labels_;  // Empty without a source of labels.
  std::string scratch_;
  std::string why_;
};

}  // namespace mailcomb::local_mail
