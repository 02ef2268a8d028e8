// SPDX-License-Identifier: Apache-2.0
// Report: what a command answers, in every format at once.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/cli/options.hpp"
#include "app/report/table.hpp"

namespace mailcomb::app {

struct Report {
  std::string text;                 // For people; empty: the table.
  nlohmann::ordered_json document;  // One object.
  std::string records;              // The key of the list in it that ndjson gives line by line.
  Table table;                      // The same records.
};

// In the format that was asked for; ends with a newline.
std::string render(const Report& report, Format format);

// JSON as this program prints it: bytes that are no UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& json, int indent = 2);

}  // namespace mailcomb::app
