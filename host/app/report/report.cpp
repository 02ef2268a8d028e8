// SPDX-License-Identifier: Apache-2.0
#include "app/report/report.hpp"

#include <unistd.h>

#include "app/report/prose.hpp"
#include "app/screen.hpp"
#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

std::string text_of(const Report& report) {
  if (report.text.empty()) return report.table.text();
  if (report.lines == Lines::kVerbatim) return report.text;
  return wrapped(report.text, screen_columns(STDOUT_FILENO));
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& json, int indent) {
  return printable_json(
      json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

std::string render(const Report& report, Format format) {
  switch (format) {
    case Format::kTable: return text_of(report);
    case Format::kJson: return json_text(report.document) + "\n";
    case Format::kCsv: return report.table.csv();
    case Format::kNdjson: break;
  }
  std::string lines;
  for (const auto& record : report.document.at(report.records))
    lines += json_text(record, -1) + "\n";
  return lines;
}

}  // namespace mailcomb::app
