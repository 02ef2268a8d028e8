// SPDX-License-Identifier: Apache-2.0
#include "config/expectation.hpp"

#include <nlohmann/json.hpp>

#include "support/quote.hpp"

namespace mailcomb::config {
namespace {

using nlohmann::json;

std::string shown(const json& value) {
  return value.is_string() ? in_quotes(value.get<std::string>()) : value.dump();
}

std::string describe_range(const json& schema, const std::string& noun) {
  const auto least = schema.find("minimum");
  const auto most = schema.find("maximum");
  if (least != schema.end() && most != schema.end())
    return noun + " from " + least->dump() + " to " + most->dump();
  if (least != schema.end()) return noun + " of at least " + least->dump();
  if (most != schema.end()) return noun + " of at most " + most->dump();
  return noun;
}

std::string describe_text(const json& schema) {
  if (schema.value("format", json()) == "path") return "a path";
  if (const auto pattern = schema.find("pattern"); pattern != schema.end())
    return "a text that matches " + shown(*pattern);
  if (const auto most = schema.find("maxLength"); most != schema.end())
    return "a text of at most " + most->dump() + " characters";
  return schema.value("minLength", json(0)) == 0 ? "a text" : "a text that is not empty";
}

std::string describe_type(const std::string& type, const json& schema) {
  if (type == "integer") return describe_range(schema, "an integer");
  if (type == "number") return describe_range(schema, "a number");
  if (type == "boolean") return "true or false";
  if (type == "string") return describe_text(schema);
  if (type == "array") return "a list";
  if (type == "object") return "a mapping";
  return type == "null" ? "nothing" : std::string();
}

}  // namespace

std::set<std::string> types_of(const json& schema) {
  std::set<std::string> types;
  if (!schema.is_object()) return types;
  const auto type = schema.find("type");
  if (type != schema.end() && type->is_string()) types.insert(type->get<std::string>());
  if (type != schema.end() && type->is_array())
    for (const auto& each : *type)
      if (each.is_string()) types.insert(each.get<std::string>());
  return types;
}

std::string describe_schema(const json& schema) {
  if (!schema.is_object()) return {};
  std::string words;
  if (const auto values = schema.find("enum"); values != schema.end() && values->is_array()) {
    for (const auto& value : *values) words += (words.empty() ? "" : ", ") + shown(value);
    return "one of " + words;
  }
  for (const auto& type : types_of(schema))
    words += (words.empty() ? "" : " or ") + describe_type(type, schema);
  return words;
}

}  // namespace mailcomb::config
