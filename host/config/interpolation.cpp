// SPDX-License-Identifier: Apache-2.0
#include "config/interpolation.hpp"

#include <algorithm>

#include "support/quote.hpp"

namespace mailcomb::config {
namespace {

constexpr std::string_view kOpening = "${";
constexpr std::string_view kPrefix = "env:";
constexpr std::string_view kDefault = ":-";
constexpr const char* kForm = "write ${env:NAME} or ${env:NAME:-default}; $${ is a literal ${";

bool is_variable_name(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

class Interpolation {
 public:
  Interpolation(const Node& node, const FindVariable& find, Errors& errors)
      : node_(node), find_(find), errors_(errors) {}

  std::string text() {
    std::string text;
    std::string_view rest = node_.text;
    while (!rest.empty()) {
      const auto at = std::min(rest.find(kOpening), rest.size());
      const bool is_literal = at > 0 && at < rest.size() && rest[at - 1] == '$';
      text += rest.substr(0, is_literal ? at - 1 : at);
      rest.remove_prefix(at);
      if (rest.empty()) break;
      if (is_literal) {
        text += kOpening;
        rest.remove_prefix(kOpening.size());
      } else {
        text += take_value(rest);
      }
    }
    return text;
  }

 private:
  // Of what `rest` begins with, which is taken off.
  std::string take_value(std::string_view& rest) {
    const auto end = rest.find('}');
    const auto whole = rest.substr(0, end == std::string_view::npos ? end : end + 1);
    rest.remove_prefix(whole.size());
    if (end == std::string_view::npos) return refuse(in_quotes(whole) + " is not closed", kForm);
    auto inner = whole.substr(kOpening.size(), whole.size() - kOpening.size() - 1);
    const bool is_env = inner.starts_with(kPrefix);
    if (is_env) inner.remove_prefix(kPrefix.size());
    const auto colon = std::min(inner.find(kDefault), inner.size());
    const std::string name(inner.substr(0, colon));
    if (!is_env && is_variable_name(name))
      return refuse(in_quotes(whole) + " means nothing here",
                    "did you mean '${env:" + std::string(inner) + "}'?");
    if (!is_env || !is_variable_name(name))
      return refuse(in_quotes(whole) + " means nothing here", kForm);
    const bool has_default = colon < inner.size();
    if (const auto value = find_(name); value && (!value->empty() || !has_default)) return *value;
    if (has_default) return std::string(inner.substr(colon + kDefault.size()));
    return refuse("the environment variable " + name + " is not set",
                  "set it, or write a default: ${env:" + name + ":-default}");
  }

  std::string refuse(std::string message, std::string hint) {
    errors_.push_back(error_at(node_.mark, std::move(message), std::move(hint)));
    return {};
  }

  const Node& node_;
  const FindVariable& find_;
  Errors& errors_;
};

}  // namespace

void interpolate(Node& node, const FindVariable& find, Errors& errors) {
  for (auto& member : node.members) interpolate(member.value, find, errors);
  if (node.kind != Node::Kind::kText || node.text.find(kOpening) == std::string::npos) return;
  auto text = Interpolation(node, find, errors).text();
  node.spelling = std::exchange(node.text, std::move(text));
  // A value can be a number or a boolean, whatever quotes YAML needed around the braces; but `no`
  // and the like are what somebody set, and no riddle of YAML 1.1.
  node.quoted = is_yaml_word(node.text) && node.text != "true" && node.text != "false";
}

}  // namespace mailcomb::config
