// SPDX-License-Identifier: Apache-2.0
// MessageRow: writes the columns of one message file.
#pragma once

#include <sys/stat.h>

#include <string>
#include <vector>

#include "mail/columns.hpp"
#include "mail/header_cells.hpp"
#include "mail/header_reader.hpp"
#include "mailcomb/row_writer.hpp"
#include "maildir/listing.hpp"
#include "maildir/place_dirs.hpp"

namespace mailcomb::local_mail {

class MessageRow {
 public:
  enum class Outcome {
    kWritten,
    kSkipped,  // It cannot be read; the host was told.
    kMissing,  // No file of that name: it was renamed or removed since it was listed.
  };

  MessageRow(int root_fd, std::vector<Column> columns);

  // Opens the file only if a column needs what is in it.
  Outcome write(const Listing& listing, const MessageFile& file, sdk::RowWriter& rows);

  // For callers that are done with a folder.
  void close_directories() { directories_.close_all(); }

 private:
  Outcome load(const Listing& listing, const MessageFile& file);
  void write_cell(const Column& column, const Listing& listing, const MessageFile& file,
                  sdk::RowWriter& rows);
  void write_received_at(const Column& column, const MessageFile& file, sdk::RowWriter& rows);

  PlaceDirs directories_;
  std::vector<Column> columns_;
  bool needs_headers_;
  bool needs_size_;
  bool needs_restore_;
  HeaderReader reader_;
  HeaderCells header_cells_;
  struct stat status_ {};
  std::string scratch_;
  std::string why_;
};

}  // namespace mailcomb::local_mail
