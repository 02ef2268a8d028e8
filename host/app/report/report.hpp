// SPDX-License-Identifier: Apache-2.0
// Report: what a command answers, in every format at once.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/cli/options.hpp"
#include "app/report/table.hpp"

namespace mailcomb::app {

// What becomes of lines that are wider than the terminal.
enum class Lines { kWrapped, kVerbatim };

struct Report {
  std::string text;                 // For people; empty: the table.
  nlohmann::ordered_json document;  // One object.
  std::string records;              // The key of the list in it that ndjson gives line by line.
  Table table;                      // The same records.
  Lines lines = Lines::kWrapped;    // Of `text`.
};

// In the format that was asked for; ends with a newline. What is for people fits the terminal of
// stdout, if that is one.
std::string render(const Report& report, Format format);

// JSON as this program prints it: bytes that are no UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& json, int indent = 2);

}  // namespace mailcomb::app
