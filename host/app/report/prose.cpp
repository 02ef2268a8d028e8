// SPDX-License-Identifier: Apache-2.0
#include "app/report/prose.hpp"

#include <algorithm>

#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

constexpr std::size_t kFurtherIn = 2;

// Where to break: the last blank that leaves no more than so many columns before it, else the first one
// behind `from`; npos if there is none.
std::size_t find_break(std::string_view line, std::size_t from, std::size_t columns_max) {
  std::size_t found = std::string_view::npos;
  for (auto at = line.find(' ', from); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    const bool fits = width_of(line.substr(0, at)) <= columns_max;
    if (found == std::string_view::npos || fits) found = at;
    if (!fits) break;
  }
  return found;
}

void add_line(std::string_view line, std::size_t columns_max, std::string& text) {
  const auto indent = std::min(line.find_first_not_of(' '), line.size());
  std::string rest(line);
  auto begin = indent;  // Of the words of `rest`.
  while (width_of(rest) > columns_max) {
    const auto at = find_break(rest, begin, columns_max);
    if (at == std::string_view::npos) break;
    const auto next = rest.find_first_not_of(' ', at);
    if (next == std::string::npos) break;
    text += rest.substr(0, at) + "\n";
    begin = indent + kFurtherIn;
    rest = std::string(begin, ' ') + rest.substr(next);
  }
  text += rest;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t columns_max) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    if (line.size() <= columns_max)
      result += line;
    else
      add_line(line, columns_max, result);
    if (end < text.size()) result += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

}  // namespace mailcomb::app
