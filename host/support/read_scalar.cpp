// SPDX-License-Identifier: Apache-2.0
#include "support/read_scalar.hpp"

#include <algorithm>

#include "support/quote.hpp"
#include "support/suggest.hpp"
#include "support/utf8.hpp"

namespace mailcomb {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

}  // namespace

std::string describe(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kNull: return node.text.empty() ? "nothing" : in_quotes(node.text);
    case Node::Kind::kText: return in_quotes(shown_text(node));
    case Node::Kind::kList: return "a list";
    case Node::Kind::kMap: return "a mapping";
  }
  return {};
}

bool is_yaml_word(const Node& node) {
  const bool is_scalar = node.kind == Node::Kind::kText || node.kind == Node::Kind::kNull;
  return is_scalar && !node.quoted && node.mark.source && is_yaml_word(node.text);
}

std::optional<std::string> read_text(const Node& node, const std::string& what, Errors& errors) {
  const auto refuse = [&](std::string message, std::string hint) -> std::optional<std::string> {
    errors.push_back(error_at(node.mark, std::move(message), std::move(hint)));
    return {};
  };
  if (is_yaml_word(node))
    return refuse("unquoted " + in_quotes(node.text) +
                      (node.kind == Node::Kind::kNull ? " is nothing" : " is a boolean") +
                      " to YAML 1.1, but " + what + " needs a text",
                  "if the text is meant, quote it: " + yaml_quoted(node.text));
  if (node.kind == Node::Kind::kNull) return refuse(what + " has no value", {});
  if (node.kind != Node::Kind::kText) return refuse(what + " is a text, not " + describe(node), {});
  if (is_blank(node.text)) return refuse(what + " is empty", {});
  if (find_control(node.text)) return refuse(what + " has a control character in it", {});
  return node.text;
}

std::optional<bool> read_bool(const Node& node, const std::string& what, Errors& errors) {
  if (node.kind == Node::Kind::kText && !node.quoted) {
    if (node.text == "true") return true;
    if (node.text == "false") return false;
  }
  errors.push_back(error_at(node.mark, what + " is either true or false, not " + describe(node)));
  return {};
}

void check_keys(const Node& map, std::span<const std::string_view> known, const std::string& where,
                Errors& errors) {
  for (const auto& member : map.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    errors.push_back(error_at(member.key_mark,
                              "unknown key " + in_quotes(member.key) + " in " + where,
                              suggest(member.key, known, "its keys")));
  }
}

}  // namespace mailcomb
