// SPDX-License-Identifier: Apache-2.0
#include "mail/header_cells.hpp"

#include "mail/text.hpp"
#include "mailcomb/text.hpp"

namespace mailcomb::local_mail {

void HeaderCells::write(const Column& column, const HeaderBlock& headers, sdk::RowWriter& row) {
  collect(column, headers);
  if (column.kind == ColumnKind::kHeader) {
    row.texts(column.index, bodies_);
  } else if (column.kind == ColumnKind::kSubject) {
    write_subject(column, row);
  } else {
    write_addresses(column, row);
  }
}

void HeaderCells::collect(const Column& column, const HeaderBlock& headers) {
  bodies_.clear();
  unfolded_.clear();
  std::size_t size = 0;
  for (const auto& field : headers.fields())
    if (is_named(field.name, column.header)) {
      bodies_.push_back(sdk::slice(field.body));
      size += field.body.size();
    }
  // Reserved once, so that what is there never moves.
  unfolded_.reserve(size);
  for (auto& body : bodies_) body = sdk::slice(unfold(sdk::view(body), unfolded_));
}

void HeaderCells::write_addresses(const Column& column, sdk::RowWriter& row) {
  addresses_.clear();
  for (const auto& body : bodies_) addresses_.add(sdk::view(body));
  row.addresses(column.index, addresses_.items());
}

void HeaderCells::write_subject(const Column& column, sdk::RowWriter& row) {
  const auto body = bodies_.empty() ? std::string_view() : sdk::view(bodies_.front());
  row.text(column.index, decode_text(body, decoded_));
}

}  // namespace mailcomb::local_mail
