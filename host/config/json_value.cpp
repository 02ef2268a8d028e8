// SPDX-License-Identifier: Apache-2.0
#include "config/json_value.hpp"

#include <nlohmann/json.hpp>

namespace mailcomb::config {

sdk::Value to_value(const nlohmann::json& json) {
  using Type = nlohmann::json::value_t;
  switch (json.type()) {
    case Type::boolean: return json.get<bool>();
    case Type::number_integer:
    case Type::number_unsigned: return json.get<std::int64_t>();
    case Type::number_float: return json.get<double>();
    case Type::string: return json.get<std::string>();
    case Type::array: {
      auto list = sdk::Value::list();
      for (const auto& item : json) list.push(to_value(item));
      return list;
    }
    case Type::object: {
      auto map = sdk::Value::map();
      for (const auto& [key, value] : json.items()) map.set(key, to_value(value));
      return map;
    }
    default: return {};
  }
}

}  // namespace mailcomb::config
