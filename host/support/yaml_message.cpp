// SPDX-License-Identifier: Apache-2.0
#include "support/yaml_message.hpp"

#include <array>

#include "support/quote.hpp"
#include "support/utf8.hpp"

namespace mailcomb {
namespace {

struct Meaning {
  std::string_view complaint;  // How yaml-cpp's text begins.
  std::string_view message;
  std::string_view hint;
};

constexpr std::array<Meaning, 11> kMeanings = {{
    {"illegal map value", "no 'key: value' can stand here",
     "check the indentation, and quote text that contains ': '"},
    {"illegal map key", "no key can stand here", "check the indentation"},
    {"illegal block entry", "no '- item' can stand here",
     "check the indentation; the first item of a list begins a line of its own"},
    {"end of map not found", "this line does not continue the mapping above",
     "check the indentation"},
    {"end of sequence not found", "this line does not continue the list above",
     "check the indentation"},
    {"end of map flow not found", "a '{' above is not closed", "close it with '}'"},
    {"end of sequence flow not found", "a '[' above is not closed", "close it with ']'"},
    {"illegal flow end", "nothing is open that this bracket could close", ""},
    {"the referenced anchor", "no anchor of that name stands above",
     "quote text that begins with '*'"},
    {"alias not found", "'*' is not followed by the name of an anchor",
     "quote text that begins with '*'"},
    {"unknown escape character", "no such escape in double quotes",
     "write two backslashes for one, or use single quotes"},
}};

std::string_view line_of(const Mark& mark) {
  if (!mark.source || mark.line < 1) return {};
  const auto line = static_cast<std::size_t>(mark.line);
  return line <= mark.source->lines.size() ? std::string_view(mark.source->lines[line - 1])
                                           : std::string_view();
}

Error unknown_token(const Mark& mark) {
  const auto line = line_of(mark);
  const auto rest = line.substr(byte_of_character(line, static_cast<std::size_t>(mark.column - 1)));
  const auto word = rest.substr(0, rest.find_first_of(" ,]}"));
  if (word.empty()) return error_at(mark, "not valid YAML: unexpected character");
  return error_at(mark, "not valid YAML: text cannot begin with " + in_quotes(word.substr(0, 1)),
                  "quote it: " + yaml_quoted(word));
}

}  // namespace

Error explain_yaml(const std::string& complaint, const Mark& mark) {
  const auto line = line_of(mark);
  if (line.substr(0, line.find_first_not_of(" \t")).find('\t') != std::string_view::npos)
    return error_at(mark, "not valid YAML: a tab indents this line", "indent with spaces");
  if (complaint == "unknown token") return unknown_token(mark);
  for (const auto& meaning : kMeanings)
    if (complaint.starts_with(meaning.complaint))
      return error_at(mark, "not valid YAML: " + std::string(meaning.message),
                      std::string(meaning.hint));
  return error_at(mark, "not valid YAML: " + complaint);
}

}  // namespace mailcomb
