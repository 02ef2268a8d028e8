// SPDX-License-Identifier: Apache-2.0
#include "journal/value_json.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "support/sha256.hpp"

namespace mailcomb::journal {
namespace {

using json = nlohmann::ordered_json;  // Maps keep the order of their keys.
using Kind = sdk::Value::Kind;

constexpr std::uint64_t kIntegerMax = std::numeric_limits<std::int64_t>::max();
constexpr std::string_view kDigits = "0123456789abcdef";

std::optional<std::string> from_hex(std::string_view hex) {
  std::string bytes;
  if (hex.size() % 2 != 0) return {};
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const auto high = kDigits.find(hex[i]);
    const auto low = kDigits.find(hex[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return {};
    bytes += static_cast<char>(high << 4 | low);
  }
  return bytes;
}

json map_to_json(const sdk::Value& map) {
  json object = json::object();
  bool is_marked = false;
  for (const auto& member : map.members()) {
    object[member.key] = to_json(member.value);
    is_marked = is_marked || member.key.starts_with('$');
  }
  return is_marked ? json{{"$map", std::move(object)}} : object;
}

std::optional<sdk::Value> map_from_json(const json& object) {
  auto map = sdk::Value::map();
  for (const auto& [key, item] : object.items()) {
    auto value = value_from_json(item);
    if (!value) return {};
    map.set(key, std::move(*value));
  }
  return map;
}

std::optional<sdk::Value> marked_from_json(const json& object) {
  const auto mark = object.begin();
  if (mark.key() == "$map" && mark->is_object()) return map_from_json(*mark);
  if (mark.key() != "$bytes" || !mark->is_string()) return {};
  auto bytes = from_hex(mark->get<std::string>());
  if (!bytes) return {};
  return sdk::Value::bytes(std::move(*bytes));
}

std::optional<sdk::Value> list_from_json(const json& array) {
  auto list = sdk::Value::list();
  for (const auto& item : array) {
    auto value = value_from_json(item);
    if (!value) return {};
    list.push(std::move(*value));
  }
  return list;
}

}  // namespace

json to_json(const sdk::Value& value) {
  switch (value.kind()) {
    case Kind::kNull: return nullptr;
    case Kind::kBool: return value.boolean();
    case Kind::kI64: return value.integer();
    case Kind::kF64: return value.number();
    case Kind::kText: return value.text();
    case Kind::kBytes: return {{"$bytes", to_hex(value.text())}};
    case Kind::kMap: return map_to_json(value);
    case Kind::kList: break;
  }
  json array = json::array();
  for (const auto& member : value.members()) array.push_back(to_json(member.value));
  return array;
}

std::optional<sdk::Value> value_from_json(const json& json) {
  if (json.is_null()) return sdk::Value();
  if (json.is_boolean()) return sdk::Value(json.get<bool>());
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > kIntegerMax) return {};
  if (json.is_number_integer()) return sdk::Value(json.get<std::int64_t>());
  if (json.is_number()) return sdk::Value(json.get<double>());
  if (json.is_string()) return sdk::Value(json.get<std::string>());
  if (json.is_array()) return list_from_json(json);
  const bool is_marked = json.size() == 1 && json.begin().key().starts_with('$');
  return is_marked ? marked_from_json(json) : map_from_json(json);
}

}  // namespace mailcomb::journal
