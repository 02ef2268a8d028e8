// SPDX-License-Identifier: Apache-2.0
#include "config/component_config.hpp"

#include <nlohmann/json.hpp>

#include "config/expectation.hpp"
#include "config/fill.hpp"
#include "config/json_value.hpp"
#include "config/validate.hpp"
#include "support/duration.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::config {
namespace {

using nlohmann::json;

// As far as the path goes.
const Node* follow(const Node& from, const Fill::Path& path) {
  const Node* at = &from;
  for (const auto& step : path) {
    const Node* next = nullptr;
    for (std::size_t i = 0; i < at->members.size(); ++i) {
      const bool is_list = at->kind == Node::Kind::kList;
      if ((is_list ? std::to_string(i) : at->members[i].key) == step) next = &at->members[i].value;
    }
    if (!next) return at;
    at = next;
  }
  return at;
}

// RFC 6901.
Fill::Path path_of(const std::string& pointer) {
  Fill::Path path;
  for (std::size_t begin = 1; begin <= pointer.size();) {
    const auto end = std::min(pointer.find('/', begin), pointer.size());
    std::string step;
    for (std::size_t at = begin; at < end; ++at) {
      const bool is_escape = pointer[at] == '~' && at + 1 < end;
      step += is_escape ? (pointer[++at] == '1' ? '/' : '~') : pointer[at];
    }
    path.push_back(std::move(step));
    begin = end + 1;
  }
  return path;
}

bool wants_number(const json& schema) {
  const auto types = types_of(schema);
  return types.count("integer") > 0 || types.count("number") > 0;
}

std::string hint_for(const Node& node, const json& schema, const Fill::Path& path) {
  if (node.kind != Node::Kind::kText) return {};
  if (wants_number(schema)) {
    const bool is_number = node.text.find_first_not_of("-.0123456789") == std::string::npos;
    if (is_number && node.quoted && node.mark.source) return "leave the quotes out";
    const auto duration = parse_duration(node.text);
    const bool counts_days = !path.empty() && path.back().find("days") != std::string::npos;
    if (duration && counts_days)
      return "write the number of days alone: " + std::to_string(duration->count());
    return {};
  }
  if (!schema.is_object() || !schema.contains("enum")) return {};
  std::vector<std::string> texts;
  for (const auto& value : schema["enum"])
    if (value.is_string()) texts.push_back(value.get<std::string>());
  const std::vector<std::string_view> names(texts.begin(), texts.end());
  const auto nearest = find_nearest(node.text, names);
  return nearest ? "did you mean '" + std::string(*nearest) + "'?" : "";
}

// A list or mapping where one is expected: what is wrong is within it, or about it as a whole.
bool is_container_as_expected(const Node& node, const json& schema) {
  const auto types = types_of(schema);
  return (node.kind == Node::Kind::kList && types.count("array") > 0) ||
         (node.kind == Node::Kind::kMap && types.count("object") > 0);
}

Error describe_violation(const std::string& what, const Violation& violation, const json& schema,
                         const Node& node) {
  const auto name = violation.path.empty() ? what : name_of(violation.path) + " of " + what;
  const auto expected = describe_schema(schema);
  if (expected.empty() || is_container_as_expected(node, schema))
    return error_at(node.mark, name + " is not valid: " + violation.description);
  return error_at(node.mark, name + " must be " + expected + ", not " + describe(node),
                  hint_for(node, schema, violation.path));
}

Errors schema_bug(const std::string& what, const std::string& why) {
  return {Error{Fault::kInvalid,
                what + " has a schema that cannot be used: " + why,
                "this is a bug of the plugin; tell its author",
                {},
                0,
                0,
                {}}};
}

Checked<sdk::Value> configure(const Subject& subject, const json& schema, const Node& with,
                              const Folders& folders) {
  Errors errors;
  const auto& what = subject.name;
  Fill filling(subject, folders, schema, errors);
  const auto value = filling.fill(with);
  const auto violations = validate(schema, value);
  if (!violations) return tl::unexpected(schema_bug(what, violations.error().message));
  for (const auto& violation : *violations)
    if (!filling.is_told(violation.path))
      errors.push_back(describe_violation(what, violation, filling.schema_at(violation.path),
                                          *follow(with, violation.path)));
  if (errors.empty()) return to_value(value);
  sort_by_place(errors);
  return tl::unexpected(std::move(errors));
}

}  // namespace

Checked<sdk::Value> configure(const Subject& subject, const std::string& schema_json,
                              const Node& with, const Folders& folders) {
  const auto schema = json::parse(schema_json, nullptr, false);
  if (!schema.is_object()) return tl::unexpected(schema_bug(subject.name, "it is no JSON object"));
  try {
    return configure(subject, schema, with, folders);
  } catch (const json::exception& error) {
    return tl::unexpected(schema_bug(subject.name, error.what()));
  }
}

Mark find_mark(const Node& with, const std::string& pointer) {
  return follow(with, path_of(pointer))->mark;
}

}  // namespace mailcomb::config
