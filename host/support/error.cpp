// SPDX-License-Identifier: Apache-2.0
#include "support/error.hpp"

namespace mailcomb {
namespace {

std::string place(const Error& error) {
  if (error.origin.empty()) return {};
  std::string text = error.origin + ":";
  if (error.line > 0) text += std::to_string(error.line) + ":" + std::to_string(error.column) + ":";
  return text + " ";
}

// Tabs stay tabs, so that the caret stands below its character however wide they are shown.
std::string caret_below(const std::string& excerpt, int column) {
  std::string indent;
  int at = 1;
  for (const char c : excerpt) {
    if (at >= column) break;
    const bool continues_character = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (continues_character) continue;
    indent += c == '\t' ? '\t' : ' ';
    ++at;
  }
  return indent + "^";
}

}  // namespace

std::string to_text(const Error& error) {
  std::string text = place(error) + error.message + "\n";
  if (!error.excerpt.empty())
    text += "  " + error.excerpt + "\n  " + caret_below(error.excerpt, error.column) + "\n";
  if (!error.hint.empty()) text += "  hint: " + error.hint + "\n";
  return text;
}

}  // namespace mailcomb
