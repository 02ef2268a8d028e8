// SPDX-License-Identifier: Apache-2.0
#include "support/quote.hpp"

#include <algorithm>
#include <array>

#include "support/ascii.hpp"
#include "support/code_points.hpp"

namespace mailcomb {
namespace {

// https://yaml.org/type/bool.html and https://yaml.org/type/null.html, in lower case.
constexpr std::array<std::string_view, 10> kYamlWords = {"y",  "yes", "n",     "no",   "true",
                                                         "on", "off", "false", "null", "~"};

constexpr int kCharactersMax = 60;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string escaped(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  const auto byte = static_cast<unsigned char>(c);
  return std::string("\\x") + kDigits[byte >> 4] + kDigits[byte & 15];
}

// As \uXXXX.
std::string escaped(char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "\\u";
  for (const int shift : {12, 8, 4, 0}) text += kDigits[c >> shift & 15];
  return text;
}

bool is_plain_first(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || c == '^' || c == '(' || static_cast<unsigned char>(c) >= 0x80;
}

// Stricter than YAML: within brackets, too, nothing has to be quoted.
bool is_plain(std::string_view text) {
  if (text.empty() || !is_plain_first(text.front()) || text.back() == ' ') return false;
  if (text.find(": ") != std::string_view::npos || text.back() == ':') return false;
  if (text.find(" #") != std::string_view::npos) return false;
  for (const char c : text)
    if (is_control(c) || std::string_view(",[]{}\"\\").find(c) != std::string_view::npos)
      return false;
  return !is_yaml_word(text);
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string shown = "'";
  int characters = 0;
  for (const char c : text) {
    if (begins_character(c) && ++characters > kCharactersMax) return shown + "…'";
    shown += is_control(c) ? escaped(c) : std::string(1, c);
  }
  return shown + "'";
}

// Characters that YAML may take for line ends, or that an editor would not show, are escaped too.
std::string yaml_quoted(std::string_view text) {
  std::string shown = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const char32_t c = next_character(text, at);
    if (c == '"' || c == '\\')
      shown += {'\\', static_cast<char>(c)};
    else if (c < 0x80 && is_control(text[start]))
      shown += escaped(text[start]);
    else if (mailcomb::is_control(c) || is_deceptive(c))
      shown += escaped(c);
    else
      shown += text.substr(start, at - start);
  }
  return shown + "\"";
}

std::string yaml_scalar(std::string_view text) {
  return is_plain(text) ? std::string(text) : yaml_quoted(text);
}

std::string shell_word(std::string_view text) {
  constexpr std::string_view kHarmless =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-";
  if (!text.empty() && text.find_first_not_of(kHarmless) == std::string_view::npos)
    return std::string(text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

bool is_yaml_word(std::string_view text) {
  return std::find(kYamlWords.begin(), kYamlWords.end(), ascii_lower(text)) != kYamlWords.end();
}

}  // namespace mailcomb
