// SPDX-License-Identifier: Apache-2.0
// Chain: the link of a row is the SHA-256 over the link before it and the row's content, so that no
// row can be changed, added, moved or left out without the links telling.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mailcomb/abi/batch.h"
#include "support/sha256.hpp"

namespace mailcomb::journal {

// The content of a row in one form for ever: of each cell that is not null its column's number, then
// its 8 bytes, or its size and its bytes; integers are little-endian. A column that is added later is
// null in older rows, so their links stay.
class Content {
 public:
  void add(std::uint32_t column, std::int64_t value);
  void add(std::uint32_t column, std::string_view bytes);
  void clear() { bytes_.clear(); }
  std::string_view bytes() const { return bytes_; }

 private:
  void add_number(std::uint64_t number);
  std::string bytes_;
};

// Of the first columns of a row, whose types are I64, UTF8 or BYTES.
void read_content(const mailcomb_batch& batch, std::uint32_t row, std::uint32_t column_count,
                  Content& content);

class Chain {
 public:
  // Goes on behind a link; an empty one begins a chain.
  explicit Chain(std::string link = {}) : link_(std::move(link)) {}

  // The link behind this content; the chain is then there.
  const std::string& add(const Content& content);
  const std::string& link() const { return link_; }
  void go_to(std::string link) { link_ = std::move(link); }

 private:
  Sha256 digest_;
  std::string link_;  // 32 bytes, or empty.
};

}  // namespace mailcomb::journal
