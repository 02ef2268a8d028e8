// SPDX-License-Identifier: Apache-2.0
#include "support/yaml_scalar.hpp"

#include <algorithm>

#include "support/utf8.hpp"

namespace mailcomb {
namespace {

std::string_view line_at(const Source& source, std::size_t line) {
  return line < source.lines.size() ? std::string_view(source.lines[line]) : std::string_view();
}

std::string_view rest_of_line(const Source& source, BytePlace place) {
  const auto line = line_at(source, place.line);
  return line.substr(std::min(place.byte, line.size()));
}

// Whether the quote ends what stands before it on this line.
bool has_end(char quote, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escaped = quote == '"' && text[at] == '\\';
    const bool doubled = quote == '\'' && text.substr(at).starts_with("''");
    if (escaped || doubled) {
      ++at;
    } else if (text[at] == quote) {
      return true;
    }
  }
  return false;
}

}  // namespace

int ColumnCounter::character(const Source& source, BytePlace place) {
  if (place.line != last_.line || place.byte < last_.byte) {
    last_ = {place.line, 0};
    characters_ = 0;
  }
  const auto between = rest_of_line(source, last_).substr(0, place.byte - last_.byte);
  characters_ += static_cast<int>(count_characters(between));
  last_ = place;
  return characters_;
}

std::string_view spelling_at(const Source& source, BytePlace place) {
  auto text = rest_of_line(source, place);
  while (text.starts_with('&') || text.starts_with('!')) {
    text.remove_prefix(std::min(text.find(' '), text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  return text;
}

bool closes_quotes(const Source& source, BytePlace place) {
  const auto text = spelling_at(source, place);
  if (!text.starts_with('"') && !text.starts_with('\'')) return true;
  const char quote = text.front();
  if (has_end(quote, text.substr(1))) return true;
  for (auto line = place.line + 1; line < source.lines.size(); ++line)
    if (has_end(quote, source.lines[line])) return true;
  return false;
}

}  // namespace mailcomb
