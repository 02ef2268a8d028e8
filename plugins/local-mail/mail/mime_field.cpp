// SPDX-License-Identifier: Apache-2.0
#include "mail/mime_field.hpp"

#include <algorithm>

#include "mail/ascii.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr std::size_t kBytesMax = 16 << 10;

void skip_comment(std::string_view& rest) {
  int depth = 0;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(c == '\\' && rest.size() > 1 ? 2 : 1);
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth == 0) return;
  }
}

void skip_blanks(std::string_view& rest) {
  while (!rest.empty() && (is_space(rest.front()) || rest.front() == '(')) {
    if (rest.front() == '(') {
      skip_comment(rest);
    } else {
      rest.remove_prefix(1);
    }
  }
}

std::string_view take_word(std::string_view& rest, std::string_view ends) {
  const auto word = rest.substr(0, rest.find_first_of(ends));
  rest.remove_prefix(word.size());
  return word;
}

// `rest` is behind the opening quote; a text that is never closed goes to the end.
std::string take_quoted(std::string_view& rest) {
  std::string text;
  while (!rest.empty() && rest.front() != '"') {
    if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
    if (rest.front() != '\r' && rest.front() != '\n') text += rest.front();
    rest.remove_prefix(1);
  }
  if (!rest.empty()) rest.remove_prefix(1);
  return text;
}

std::string take_value(std::string_view& rest) {
  skip_blanks(rest);
  if (!rest.starts_with('"')) return std::string(take_word(rest, "; \t\r\n("));
  rest.remove_prefix(1);
  return take_quoted(rest);
}

}  // namespace

MimeField::MimeField(std::string_view body) {
  std::string_view rest = body.substr(0, kBytesMax);
  skip_blanks(rest);
  value_ = to_lower(take_word(rest, "; \t\r\n("));
  while (rest.find(';') != rest.npos) {
    rest.remove_prefix(rest.find(';') + 1);
    skip_blanks(rest);
    std::string name = to_lower(take_word(rest, "=; \t\r\n("));
    skip_blanks(rest);
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    parameters_.emplace_back(std::move(name), take_value(rest));
  }
}

const std::string* MimeField::find(std::string_view name) const {
  for (const auto& [known, value] : parameters_)
    if (known == name) return &value;
  return nullptr;
}

bool MimeField::has(std::string_view name) const {
  return std::ranges::any_of(parameters_, [&](const auto& parameter) {
    const std::string_view known = parameter.first;
    return known.substr(0, known.find('*')) == name;
  });
}

}  // namespace mailcomb::local_mail
