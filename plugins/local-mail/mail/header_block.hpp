// SPDX-License-Identifier: Apache-2.0
// HeaderBlock: the first bytes of a message as its header fields, without copying any.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mail/ascii.hpp"

namespace mailcomb::local_mail {

struct HeaderField {
  std::string_view name;  // As written, without blanks before the colon.
  std::string_view body;  // After the colon: still folded, with blanks and bytes of any kind.
};

// Everything borrows from the bytes that `parse` was given.
class HeaderBlock {
 public:
  // Splits lines that end in LF or CRLF (RFC 5322 section 2.2). A line that is neither a field nor
  // a continuation is passed over. True if the empty line that ends the headers was reached.
  bool parse(std::string_view bytes);

  // False if the first line, after an mbox `From ` line, is no header field.
  bool is_message() const { return is_message_; }
  // The leading mbox `From ` line without its end, or empty.
  std::string_view from_line() const { return from_line_; }
  std::span<const HeaderField> fields() const { return fields_; }
  // Of the bytes, how many belong to the headers, with the empty line that ends them.
  std::size_t size() const { return size_; }

 private:
  bool parse_lines(std::string_view& bytes);

  std::string_view from_line_;
  std::vector<HeaderField> fields_;
  std::size_t size_ = 0;
  bool is_message_ = false;
};

// Whether a field's name is `lower_name`, which is in lower case.
inline bool is_named(std::string_view name, std::string_view lower_name) {
  if (name.size() != lower_name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (to_lower(name[i]) != lower_name[i]) return false;
  return true;
}

// A body on one line, without blanks around it (section 2.2.3). Borrows from `body`, or from
// `scratch` where it appends what it had to put together.
std::string_view unfold(std::string_view body, std::string& scratch);

}  // namespace mailcomb::local_mail
