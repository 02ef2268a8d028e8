// SPDX-License-Identifier: Apache-2.0
#include "app/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <wchar.h>

#include <cstdio>
#include <iostream>

#include "app/screen.hpp"
#include "support/ascii.hpp"
#include "support/code_points.hpp"

namespace mailcomb::app {
namespace {

std::size_t columns_of(char32_t c) {
  if (c < 0x300) return 1;
  const int columns = wcwidth(static_cast<wchar_t>(c));
  return columns < 0 ? 1 : static_cast<std::size_t>(columns);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const char32_t c = next_character(text, at);
    if (c == '\n' || c == '\r' || c == '\t')
      shown += ' ';
    else if (is_control(c) || is_deceptive(c))
      shown += "\uFFFD";
    else
      shown += text.substr(start, at - start);
  }
  return shown;
}

// Below DEL, JSON has escaped them itself, and line ends are its layout.
std::string printable_json(std::string_view json) {
  std::string shown;
  for (std::size_t at = 0; at < json.size();) {
    const auto start = at;
    const char32_t c = next_character(json, at);
    if (c >= 0x7F && (is_control(c) || is_deceptive(c)))
      shown += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      shown += json.substr(start, at - start);
  }
  return shown;
}

std::size_t width_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(next_character(text, at));
  return columns;
}

std::string fitted(std::string_view text, std::size_t columns) {
  if (width_of(text) <= columns) return std::string(text);
  std::size_t used = 1;  // For the ellipsis.
  std::size_t at = 0;
  while (at < text.size()) {
    auto next = at;
    used += columns_of(next_character(text, next));
    if (used > columns) break;
    at = next;
  }
  return std::string(text.substr(0, at)) + "…";
}

Terminal::Terminal(bool is_quiet, bool is_verbose, ProgressStyle progress)
    : is_quiet_(is_quiet),
      is_verbose_(is_verbose),
      progress_(is_quiet ? ProgressStyle::kNone : progress, std::cerr,
                [] { return screen_columns(STDERR_FILENO); }) {}

void Terminal::set_volume(bool is_quiet, bool is_verbose) {
  is_quiet_ = is_quiet;
  is_verbose_ = is_verbose;
}

bool Terminal::print(std::string_view data) {
  progress_.clear();
  is_broken_ = is_broken_ || std::fwrite(data.data(), 1, data.size(), stdout) != data.size() ||
               std::fflush(stdout) != 0;
  return !is_broken_;
}

void Terminal::note(std::string_view line) {
  if (!is_quiet_) warn(line);
}

void Terminal::detail(std::string_view line) {
  if (is_verbose_) warn(line);
}

void Terminal::warn(std::string_view line) {
  progress_.clear();
  while (!line.empty()) {
    const auto end = line.find('\n');
    std::cerr << printable(line.substr(0, end)) << '\n';
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
}

bool Terminal::can_ask() const { return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0; }

bool Terminal::ask(std::string_view question) const {
  std::cerr << question << " [y/N] " << std::flush;
  std::string answer;
  if (!std::getline(std::cin, answer)) return false;
  answer = ascii_lower(trim(answer));
  return answer == "y" || answer == "yes";
}

}  // namespace mailcomb::app
