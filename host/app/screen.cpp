// SPDX-License-Identifier: Apache-2.0
#include "app/screen.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace mailcomb::app {
namespace {

std::size_t said_columns() {
  const char* said = std::getenv("COLUMNS");
  const std::string_view text = said ? said : "";
  std::size_t columns = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), columns);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? columns : 0;
}

}  // namespace

std::size_t screen_columns(int descriptor) {
  if (isatty(descriptor) == 0) return kAnyWidth;
  if (const auto columns = said_columns(); columns > 0) return columns;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kAnyWidth;
  return size.ws_col;
}

}  // namespace mailcomb::app
