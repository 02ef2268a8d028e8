// SPDX-License-Identifier: Apache-2.0
// Configurations from YAML, of one component with a home folder.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "config/component_config.hpp"
#include "support/yaml.hpp"
#include "unit/error_texts.hpp"

namespace mailcomb::testing {

// What the tests configure: the parameters of the recipes and of local mail, and one of each kind.
inline const std::string kSchema = R"({
  "type": "object", "additionalProperties": false, "required": ["path"],
  "properties": {
    "path": {"type": "string", "format": "path", "title": "the folder"},
    "days": {"type": "integer", "minimum": 1, "maximum": 365000, "default": 30},
    "share": {"type": "number", "minimum": 0},
    "strict": {"type": "boolean", "default": false},
    "label": {"type": "string", "minLength": 1},
    "order": {"type": "string", "enum": ["oldest", "newest"]},
    "retries": {"type": "integer", "minimum": 0}
  }})";

inline Checked<sdk::Value> configured(const std::string& text, const std::string& schema = kSchema,
                                      const config::Folders& folders = {"/home/me",
                                                                        "/srv/policies"}) {
  Errors errors;
  const auto node = parse_yaml(text, "p.yaml", errors);
  if (!node) return tl::unexpected(errors);
  return config::configure({"rule type 'sift'"}, schema, *node, folders);
}

inline sdk::Value value(const std::string& text, const std::string& schema = kSchema) {
  auto value = configured(text, schema);
  EXPECT_TRUE(value) << to_texts(value.error());
  return value ? *value : sdk::Value();
}

// The first message and its hint.
inline std::string complaint(const std::string& text, const std::string& schema = kSchema) {
  const auto value = configured(text, schema);
  if (value) return "no error";
  const auto& error = value.error().front();
  return error.message + (error.hint.empty() ? "" : " | " + error.hint);
}

}  // namespace mailcomb::testing
