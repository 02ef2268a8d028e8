// SPDX-License-Identifier: Apache-2.0
// HeaderCells: writes the columns that come from one field of the headers.
#pragma once

#include <string>
#include <vector>

#include "mail/addresses.hpp"
#include "mail/columns.hpp"
#include "mail/header_block.hpp"
#include "mailcomb/row_writer.hpp"

namespace mailcomb::local_mail {

class HeaderCells {
 public:
  // `column.header` names the field. Several fields of addresses count as one; of several subjects
  // the first counts.
  void write(const Column& column, const HeaderBlock& headers, sdk::RowWriter& row);

 private:
  // The unfolded bodies of all fields of that name.
  void collect(const Column& column, const HeaderBlock& headers);
  void write_addresses(const Column& column, sdk::RowWriter& row);
  void write_subject(const Column& column, sdk::RowWriter& row);

  std::vector<mailcomb_str> bodies_;
  std::string unfolded_;  // What `bodies_` borrows from where a body was folded.
  std::string decoded_;
  Addresses addresses_;
};

}  // namespace mailcomb::local_mail
