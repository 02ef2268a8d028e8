// SPDX-License-Identifier: Apache-2.0
#include "app/report/report.hpp"

#include "app/terminal.hpp"

namespace mailcomb::app {

std::string json_text(const nlohmann::ordered_json& json, int indent) {
  return printable_json(
      json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

std::string render(const Report& report, Format format) {
  switch (format) {
    case Format::kTable: return report.text.empty() ? report.table.text() : report.text;
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
