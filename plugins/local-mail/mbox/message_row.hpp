// SPDX-License-Identifier: Apache-2.0
// MboxRow: writes the columns of one message of an mbox.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mail/attachment_counter.hpp"
#include "mail/columns.hpp"
#include "mail/gmail_labels.hpp"
#include "mail/header_cells.hpp"
#include "mailcomb/row_writer.hpp"
#include "mbox/message_reader.hpp"

namespace mailcomb::local_mail {

// What an mbox is as a whole: an export of Gmail, whose labels say where a message lies, or one
// folder.
struct MboxKind {
  bool has_gmail_labels = false;
  std::string_view location;  // Of the folder.
  std::string folder;
};

class MboxRow {
 public:
  MboxRow(MboxKind kind, std::vector<Column> columns);

  // Takes the reader from the headers of a message to its end. A message that is not to be trusted
  // is skipped by name.
  void write(MessageReader& message, const std::string& id, sdk::RowWriter& rows);

 private:
  void write_cell(const Column& column, const MessageReader& message, const std::string& id,
                  sdk::RowWriter& rows);
  std::uint64_t flags(const HeaderBlock& headers) const;

  MboxKind kind_;
  std::vector<Column> columns_;
  bool needs_attachments_;
  GmailLabels labels_;
  HeaderCells header_cells_;
  AttachmentCounter attachments_;
};

}  // namespace mailcomb::local_mail
