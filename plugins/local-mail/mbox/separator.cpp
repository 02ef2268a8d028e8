// SPDX-License-Identifier: Apache-2.0
#include "mbox/separator.hpp"

#include <charconv>

#include "mail/ascii.hpp"
#include "mail/date.hpp"

namespace mailcomb::local_mail {

bool is_separator(std::string_view line) {
  return line.starts_with("From ") && line.size() <= kFromLineBytesMax + 2 &&
         parse_from_line_date(trim_right(line)).has_value();
}

std::size_t empty_line_size(std::string_view text) {
  if (text.starts_with('\n')) return 1;
  return text.starts_with("\r\n") ? 2 : 0;
}

std::size_t last_empty_line_size(std::string_view text) {
  if (text.ends_with("\n\r\n")) return 2;
  return text.ends_with("\n\n") ? 1 : 0;
}

std::optional<std::uint64_t> find_content_length(const HeaderBlock& headers) {
  for (const auto& field : headers.fields()) {
    if (!is_named(field.name, "content-length")) continue;
    const auto digits = trim(field.body);
    std::uint64_t size = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, size);
    if (error == std::errc() && stop == end) return size;
  }
  return {};
}

bool begins_with_end(std::string_view text, bool is_last) {
  text.remove_prefix(empty_line_size(text));
  if (text.empty()) return is_last;
  return is_separator(text.substr(0, text.find('\n')));
}

}  // namespace mailcomb::local_mail
