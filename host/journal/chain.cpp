// SPDX-License-Identifier: Apache-2.0
#include "journal/chain.hpp"

#include "mailcomb/text.hpp"

namespace mailcomb::journal {

void Content::add_number(std::uint64_t number) {
  for (int byte = 0; byte < 8; ++byte) bytes_ += static_cast<char>(number >> (8 * byte));
}

void Content::add(std::uint32_t column, std::int64_t value) {
  bytes_ += static_cast<char>(column);
  add_number(static_cast<std::uint64_t>(value));
}

void Content::add(std::uint32_t column, std::string_view bytes) {
  bytes_ += static_cast<char>(column);
  add_number(bytes.size());
  bytes_ += bytes;
}

void read_content(const mailcomb_batch& batch, std::uint32_t row, std::uint32_t column_count,
                  Content& content) {
  content.clear();
  for (std::uint32_t i = 0; i < column_count; ++i) {
    const auto* column = mailcomb_batch_column_at(&batch, i);
    if (mailcomb_batch_is_null(&batch, column, row)) continue;
    if (column->type == MAILCOMB_COLUMN_I64)
      content.add(i, mailcomb_batch_i64(&batch, column, row));
    else
      content.add(i, sdk::view(mailcomb_batch_utf8(&batch, column, row)));
  }
}

const std::string& Chain::add(const Content& content) {
  digest_.add(link_);
  digest_.add(content.bytes());
  link_ = digest_.bytes();
  return link_;
}

}  // namespace mailcomb::journal
