// SPDX-License-Identifier: Apache-2.0
#include "support/source_text.hpp"

#include <algorithm>

#include "support/utf8.hpp"

namespace mailcomb {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Mark mark_at(const std::string& text, std::size_t at, const std::shared_ptr<const Source>& source) {
  const auto before = std::string_view(text).substr(0, at);
  const auto line_begin = before.rfind('\n') + 1;  // npos + 1 is 0.
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto column = count_characters(before.substr(line_begin)) + 1;
  return {source, static_cast<int>(line), static_cast<int>(column)};
}

std::string hex(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return std::string("0x") + kDigits[byte >> 4] + kDigits[byte & 15];
}

bool is_utf16(const std::string& text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

// Both searches begin where the last one ended, so that a line of nothing else stays cheap.
std::string shown(std::string line) {
  for (std::size_t from = 0;;) {
    const auto at = find_invalid_utf8(std::string_view(line).substr(from));
    if (!at) break;
    from += *at;
    line[from++] = '?';
  }
  for (std::size_t from = 0;;) {
    const auto at = find_control(std::string_view(line).substr(from));
    if (!at) return line;
    from += *at;
    line.replace(from, line[from] == '\xC2' ? 2 : 1, "?");
  }
}

}  // namespace

std::string normalise_line_ends(std::string text) {
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  std::string normalised;
  normalised.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    normalised += text[at] == '\r' ? '\n' : text[at];
  }
  return normalised;
}

std::shared_ptr<const Source> make_source(const std::string& text, std::string name) {
  auto source = std::make_shared<Source>();
  source->name = std::move(name);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    source->lines.push_back(shown(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return source;
}

Errors check_source(const std::string& text, const std::shared_ptr<const Source>& source) {
  if (is_utf16(text))
    return {error_at({source, 0, 0}, "the file is not UTF-8 but UTF-16", "save it as UTF-8")};
  if (const auto at = find_invalid_utf8(text))
    return {error_at(mark_at(text, *at, source), "the byte " + hex(text[*at]) + " is not UTF-8",
                     "save the file as UTF-8")};
  if (const auto at = find_control(text))
    return {error_at(mark_at(text, *at, source), "a control character cannot stand in a text file",
                     "remove it, or write an escape such as \\x1b in double quotes")};
  return {};
}

}  // namespace mailcomb
