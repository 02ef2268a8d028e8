// SPDX-License-Identifier: Apache-2.0
// ConfigSchema: the parameters of a component, said in code and given to the host as JSON Schema.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/failure.hpp"
#include "mailcomb/value.hpp"

namespace mailcomb::sdk {

// The configuration of a component, validated by the host and filled with the defaults.
using Config = Value;

inline Config read_config(const mailcomb_value* config) {
  auto value = read_value(*config);
  if (!value) throw Failure(MAILCOMB_INVALID, "bad-config", "the host sent a malformed value");
  return std::move(*value);
}

namespace detail {

inline std::string json_text(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      json += ' ';
    } else {
      json += c;
    }
  }
  return json + '"';
}

}  // namespace detail

class ConfigSchema {
 public:
  // Without a fallback the parameter is required.
  void integer(std::string_view name, std::string_view title, std::int64_t minimum,
               std::optional<std::int64_t> fallback) {
    std::string rest = ",\"minimum\":" + std::to_string(minimum);
    if (fallback) rest += ",\"default\":" + std::to_string(*fallback);
    add(name, title, "integer", rest, !fallback);
  }
  void text(std::string_view name, std::string_view title,
            std::optional<std::string_view> fallback) {
    add(name, title, "string",
        fallback ? ",\"default\":" + detail::json_text(*fallback) : std::string(), !fallback);
  }
  // A file or folder; the host expands a leading ~/.
  void path(std::string_view name, std::string_view title, bool required) {
    add(name, title, "string", ",\"format\":\"path\"", required);
  }
  // Any property: `definition` is its JSON Schema without the title.
  void property(std::string_view name, std::string_view definition, bool required) {
    if (!properties_.empty()) properties_ += ',';
    properties_ += detail::json_text(name) + ":" + std::string(definition);
    if (required) required_ += (required_.empty() ? "" : ",") + detail::json_text(name);
  }

  std::string json() const {
    return "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{" + properties_ +
           "},\"required\":[" + required_ + "]}";
  }

 private:
  void add(std::string_view name, std::string_view title, std::string_view type,
           const std::string& rest, bool required) {
    property(name,
             "{\"type\":\"" + std::string(type) + "\",\"title\":" + detail::json_text(title) +
                 rest + "}",
             required);
  }

  std::string properties_;
  std::string required_;
};

}  // namespace mailcomb::sdk
