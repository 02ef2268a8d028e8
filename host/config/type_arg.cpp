// SPDX-License-Identifier: Apache-2.0
#include "config/type_arg.hpp"

#include <algorithm>

#include "support/quote.hpp"

namespace mailcomb::config {
namespace {

constexpr const char* kForm =
    "write TYPE:ARG, or TYPE alone; 'mailcomb plugins list' shows the types";

// As the ABI has it: [a-z][a-z0-9_.]*
bool is_type(const std::string& text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.';
         });
}

}  // namespace

Result<TypeArg> parse_type_arg(const std::string& text, const std::string& option) {
  const auto colon = text.find(':');
  TypeArg parsed{text.substr(0, colon),
                 colon == std::string::npos ? std::string() : text.substr(colon + 1)};
  if (text.empty()) return fail(Fault::kUsage, option + " is empty", kForm);
  if (!is_type(parsed.type))
    return fail(Fault::kUsage, option + " " + in_quotes(text) + " begins with no type", kForm);
  if (colon != std::string::npos && parsed.argument.empty())
    return fail(Fault::kUsage, option + " " + in_quotes(text) + " has nothing after the colon",
                kForm);
  return parsed;
}

}  // namespace mailcomb::config
