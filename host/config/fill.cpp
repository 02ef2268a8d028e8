// SPDX-License-Identifier: Apache-2.0
#include "config/fill.hpp"

#include <nlohmann/json.hpp>

#include "config/expectation.hpp"
#include "config/scalar.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::config {
namespace {

using nlohmann::json;

const json kAnything = json::object();

// std::regex, which `pattern` uses, needs stack for each byte.
constexpr std::size_t kTextBytesMax = 16 * 1024;
constexpr int kReferencesMax = 16;

Fill::Path below(Fill::Path path, std::string step) {
  path.push_back(std::move(step));
  return path;
}

const json& member(const json& schema, const char* key) {
  const auto found = schema.is_object() ? schema.find(key) : schema.end();
  return schema.is_object() && found != schema.end() ? *found : kAnything;
}

bool is_index(const std::string& step) {
  return !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::string name_of(const Fill::Path& path) {
  std::string keys, items;
  for (const auto& step : path) {
    if (is_index(step))
      items = "item " + std::to_string(std::stoull(step) + 1) + " of ";
    else
      keys += (keys.empty() ? "" : ".") + step;
  }
  return items + in_quotes(keys);
}

json Fill::fill(const Node& node) {
  if (node.kind == Node::Kind::kNull) {
    Node empty;
    empty.kind = Node::Kind::kMap;
    empty.mark = node.mark;
    return fill(empty, root_, {});
  }
  if (node.kind == Node::Kind::kMap) return fill(node, root_, {});
  refuse({}, node.mark, what_ + " takes a mapping, not " + describe(node));
  return json::object();
}

const json& Fill::resolved(const json& schema) const {
  const json* at = &schema;
  for (int i = 0; i < kReferencesMax && at->is_object() && at->contains("$ref"); ++i) {
    const auto& reference = at->at("$ref");
    if (!reference.is_string()) return kAnything;
    const auto text = reference.get<std::string>();
    if (!text.starts_with("#")) return kAnything;
    const json::json_pointer pointer(text.substr(1));
    if (!root_.contains(pointer)) return kAnything;
    at = &root_.at(pointer);
  }
  return *at;
}

const json& Fill::schema_of(const json& schema, const std::string& key) const {
  const auto& properties = member(schema, "properties");
  if (properties.is_object() && properties.contains(key)) return resolved(properties.at(key));
  const auto& items = member(schema, "items");
  if (is_index(key) && items.is_object()) return resolved(items);
  const auto& others = member(schema, "additionalProperties");
  return others.is_object() ? resolved(others) : kAnything;
}

const json& Fill::schema_at(const Path& path) const {
  const json* at = &resolved(root_);
  for (const auto& step : path) at = &schema_of(*at, step);
  return *at;
}

json Fill::fill(const Node& node, const json& schema, const Path& path) {
  switch (node.kind) {
    case Node::Kind::kList: return fill_list(node, schema, path);
    case Node::Kind::kMap: return fill_map(node, schema, path);
    case Node::Kind::kText: return fill_scalar(node, schema, path);
    case Node::Kind::kNull: break;
  }
  const auto types = types_of(schema);
  if (!types.empty() && types.count("null") == 0) {
    const auto what = name_of(path) + " of " + what_;
    const bool is_text = types.count("string") > 0;
    if (is_text || node.text.empty()) {
      read_text(node, what, errors_);
      told_.insert(path);
    }
  }
  return nullptr;
}

json Fill::fill_list(const Node& node, const json& schema, const Path& path) {
  json list = json::array();
  for (const auto& item : node.members) {
    const auto index = std::to_string(list.size());
    list.push_back(fill(item.value, schema_of(schema, index), below(path, index)));
  }
  return list;
}

json Fill::fill_map(const Node& node, const json& schema, const Path& path) {
  json map = json::object();
  const bool is_closed =
      schema.is_object() && schema.value("additionalProperties", json()) == false;
  for (const auto& [key, key_mark, value] : node.members) {
    const bool is_known = member(schema, "properties").contains(key);
    // Whether a pattern allows it is for validation to say.
    if (is_closed && !is_known && !schema.contains("patternProperties")) {
      refuse_unknown({key, key_mark, {}}, schema, path);
      continue;
    }
    map[key] = fill(value, schema_of(schema, key), below(path, key));
  }
  add_defaults(map, node, schema, path);
  return map;
}

json Fill::fill_scalar(const Node& node, const json& schema, const Path& path) {
  const auto types = types_of(schema);
  const auto value = read_scalar(node, types);
  if (!value.is_string()) return value;
  if (node.text.size() > kTextBytesMax) {
    refuse(path, node.mark, name_of(path) + " of " + what_ + " is longer than 16 KiB");
    return value;
  }
  const bool wants_text = types.count("string") > 0;
  if (wants_text && is_yaml_word(node)) {
    read_text(node, name_of(path) + " of " + what_, errors_);
    told_.insert(path);
  }
  return placed(node, schema, path);
}

// A path is kept as it is meant here and now, so that it means the same anywhere later.
json Fill::placed(const Node& node, const json& schema, const Path& path) {
  const auto& text = node.text;
  if (!schema.is_object() || schema.value("format", json()) != "path") return text;
  if (!text.starts_with('~')) return absolute_path(text, folders_);
  const bool is_own = text == "~" || text.starts_with("~/");
  if (is_own && !folders_.home.empty()) return absolute_path(text, folders_);
  refuse(path, node.mark, name_of(path) + " of " + what_ + " cannot be " + describe(node),
         is_own ? "there is no home folder; write the path from / on"
                : "only ~/ is known, the home folder; write the path from / on");
  return text;
}

void Fill::add_defaults(json& map, const Node& node, const json& schema, const Path& path) {
  const auto& properties = member(schema, "properties");
  if (!properties.is_object()) return;
  for (const auto& [key, property] : properties.items()) {
    if (map.contains(key)) continue;
    const auto& definition = resolved(property);
    const auto fallback = definition.is_object() ? definition.find("default") : definition.end();
    if (!definition.is_object() || fallback == definition.end()) continue;
    if (fallback->is_string()) {
      Node value{Node::Kind::kText, fallback->get<std::string>(), true, {}, node.mark};
      map[key] = placed(value, definition, below(path, key));
    } else {
      map[key] = *fallback;
    }
  }
  const auto& required = member(schema, "required");
  for (const auto& name : required.is_array() ? required : json::array()) {
    if (!name.is_string() || map.contains(name.get<std::string>())) continue;
    const auto key = name.get<std::string>();
    const auto title = member(schema_of(schema, key), "title");
    refuse(path, node.mark, what_ + " lacks " + name_of(below(path, key)),
           title.is_string() ? "it is " + title.get<std::string>() : "");
  }
}

void Fill::refuse(const Path& path, const Mark& mark, std::string message, std::string hint) {
  told_.insert(path);
  errors_.push_back(error_at(mark, std::move(message), std::move(hint)));
}

void Fill::refuse_unknown(const Node::Member& found, const json& schema, const Path& path) {
  // The property that TYPE:ARG fills, of a component that has none.
  if (found.key.empty())
    return refuse(path, found.key_mark, what_ + " takes no argument after its name");
  std::vector<std::string> keys;
  for (const auto& [key, property] : member(schema, "properties").items()) keys.push_back(key);
  const std::vector<std::string_view> names(keys.begin(), keys.end());
  refuse(
      path, found.key_mark,
      "unknown " + part_ + " " + name_of(below(path, found.key)) + " of " + what_,
      names.empty() ? "it has no " + part_ + "s" : suggest(found.key, names, "its " + part_ + "s"));
}

}  // namespace mailcomb::config
