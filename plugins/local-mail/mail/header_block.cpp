// SPDX-License-Identifier: Apache-2.0
#include "mail/header_block.hpp"

#include <optional>

namespace mailcomb::local_mail {
namespace {

// The next line without its LF or CRLF; `rest` moves behind it.
std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_name_char(char c) { return c > ' ' && c < 0x7f && c != ':'; }

std::optional<HeaderField> find_field(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && is_name_char(line[end])) ++end;
  std::size_t colon = end;
  while (colon < line.size() && is_blank(line[colon])) ++colon;
  if (end == 0 || colon == line.size() || line[colon] != ':') return {};
  return HeaderField{line.substr(0, end), line.substr(colon + 1)};
}

void extend(std::string_view& body, std::string_view line) {
  body = {body.data(), static_cast<std::size_t>(line.data() + line.size() - body.data())};
}

}  // namespace

bool HeaderBlock::parse(std::string_view bytes) {
  const char* const start = bytes.data();
  const bool has_end = parse_lines(bytes);
  size_ = static_cast<std::size_t>(bytes.data() - start);
  return has_end;
}

// Takes what belongs to the headers off the front of `bytes`.
bool HeaderBlock::parse_lines(std::string_view& bytes) {
  fields_.clear();
  from_line_ = bytes.starts_with("From ") ? take_line(bytes) : std::string_view();
  bool is_first = true;
  bool can_continue = false;
  is_message_ = false;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) return true;
    if (is_blank(line.front())) {
      if (can_continue) extend(fields_.back().body, line);
    } else {
      const auto field = find_field(line);
      if (field) fields_.push_back(*field);
      can_continue = field.has_value();
    }
    if (is_first) is_message_ = can_continue;
    is_first = false;
  }
  return false;
}

std::string_view unfold(std::string_view body, std::string& scratch) {
  body = trim(body);
  if (body.find('\n') == body.npos) return body;
  const auto start = scratch.size();
  while (!body.empty()) scratch += take_line(body);
  return std::string_view(scratch).substr(start);
}

}  // namespace mailcomb::local_mail
