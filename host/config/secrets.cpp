// SPDX-License-Identifier: Apache-2.0
#include "config/secrets.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace mailcomb::config {
namespace {

using nlohmann::json;

struct Span {
  std::size_t begin = 0, end = 0;
};

// Of scheme://user:password@host: the password. From `start` on.
std::optional<Span> find_password(std::string_view text, std::size_t start = 0) {
  constexpr std::string_view kScheme = "://";
  for (auto at = text.find(kScheme, start); at != std::string_view::npos;
       at = text.find(kScheme, at + 1)) {
    const auto user = at + kScheme.size();
    const auto end = std::min(text.find_first_of("/ \t\"'", user), text.size());
    const auto authority = text.substr(user, end - user);
    const auto host = authority.rfind('@');
    const auto colon = authority.find(':');
    if (host != std::string_view::npos && colon < host && colon + 1 < host)
      return Span{user + colon + 1, user + host};
  }
  return {};
}

Error refuse(const Mark& mark, std::string what) {
  auto error = error_at(mark, std::move(what) + ", and others may read the file",
                        "take that right away: chmod go-r FILE; or write ${env:NAME} instead");
  error.excerpt.clear();
  return error;
}

bool is_literal(const Node& node) {
  return node.kind == Node::Kind::kText && node.spelling.empty() && !node.text.empty();
}

void add_passwords(const Node& node, Errors& errors) {
  if (is_literal(node) && find_password(node.text))
    errors.push_back(refuse(node.mark, "this has a password in it"));
  for (const auto& member : node.members) add_passwords(member.value, errors);
}

void add_secrets(const Node& node, const json& schema, Errors& errors) {
  const auto properties = schema.is_object() ? schema.find("properties") : schema.end();
  if (!schema.is_object() || properties == schema.end() || !properties->is_object()) return;
  for (const auto& member : node.members) {
    const auto property = properties->find(member.key);
    if (property == properties->end() || !property->is_object()) continue;
    const bool is_secret = property->value("writeOnly", json()) == true;
    if (is_secret && is_literal(member.value) && !find_password(member.value.text))
      errors.push_back(refuse(member.value.mark, "'" + member.key + "' is a secret"));
    add_secrets(member.value, *property, errors);
  }
}

}  // namespace

Errors find_written_passwords(const Node& node) {
  Errors errors;
  add_passwords(node, errors);
  return errors;
}

Errors find_written_secrets(const Node& parameters, const std::string& schema_json) {
  Errors errors;
  add_secrets(parameters, json::parse(schema_json, nullptr, false), errors);
  return errors;
}

void mask_passwords(Errors& errors) {
  for (auto& error : errors)
    for (auto span = find_password(error.excerpt); span;
         span = find_password(error.excerpt, span->end)) {
      const auto length = span->end - span->begin;
      const auto masked = error.excerpt.substr(span->begin, length);
      std::string stars;
      for (const char c : masked)
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) stars += '*';
      error.excerpt.replace(span->begin, length, stars);
      span->end = span->begin + stars.size();
    }
}

}  // namespace mailcomb::config
