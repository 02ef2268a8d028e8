// SPDX-License-Identifier: Apache-2.0
// Places in a source as a YAML parser tells them, and what the file spells there.
#pragma once

#include <cstddef>
#include <string_view>

#include "support/document.hpp"

namespace mailcomb {

// Both from 0. A place outside of the source is that of nothing.
struct BytePlace {
  std::size_t line = 0;
  std::size_t byte = 0;
};

// Bytes as characters. Counts on from the place before, so that a long line is counted once.
class ColumnCounter {
 public:
  int character(const Source& source, BytePlace place);

 private:
  BytePlace last_;
  int characters_ = 0;
};

// The rest of the line, after anchors and tags.
std::string_view spelling_at(const Source& source, BytePlace place);

// Whether the scalar there is not in quotes, or the file closes them.
bool closes_quotes(const Source& source, BytePlace place);

}  // namespace mailcomb
