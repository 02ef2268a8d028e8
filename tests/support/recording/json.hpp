// SPDX-License-Identifier: Apache-2.0
// Json: keeps the order of keys, so that a rewritten file still reads as its author wrote it.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "mailcomb/value.hpp"

namespace mailcomb::recording {

using Json = nlohmann::ordered_json;

// For the log of calls: bytes become text.
inline Json to_json(const sdk::Value& value) {
  using Kind = sdk::Value::Kind;
  switch (value.kind()) {
    case Kind::kNull: return nullptr;
    case Kind::kBool: return value.boolean();
    case Kind::kI64: return value.integer();
    case Kind::kF64: return value.number();
    case Kind::kText:
    case Kind::kBytes: return value.text();
    case Kind::kList:
    case Kind::kMap: break;
  }
  const bool is_map = value.is(Kind::kMap);
  Json json = is_map ? Json::object() : Json::array();
  for (const auto& member : value.members())
    is_map ? void(json[member.key] = to_json(member.value)) : json.push_back(to_json(member.value));
  return json;
}

inline sdk::Value text_list(const Json& texts) {
  auto list = sdk::Value::list();
  for (const auto& text : texts) list.push(text.get<std::string>());
  return list;
}

inline Json to_json(std::span<const mailcomb_str> texts) {
  Json json = Json::array();
  for (const auto& text : texts) json.push_back(sdk::view(text));
  return json;
}

}  // namespace mailcomb::recording
