// SPDX-License-Identifier: Apache-2.0
#include "plugin/probe_report.hpp"

#include <nlohmann/json.hpp>

namespace mailcomb::plugin {
namespace {

using nlohmann::json;

std::string line_of(const json& object) {
  return object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

json to_json(const ComponentInfo& info) {
  return {{"kind", to_word(info.kind)},
          {"name", info.name},
          {"title", info.title},
          {"schema", info.schema},
          {"argument", info.argument}};
}

Kind read_kind(std::string_view word) {
  for (const Kind kind : {Kind::kRule, Kind::kStore})
    if (word == to_word(kind)) return kind;
  return Kind::kProvider;
}

ComponentInfo read_component(const json& object) {
  ComponentInfo info;
  info.kind = read_kind(object.at("kind").get<std::string>());
  info.name = object.at("name");
  info.title = object.at("title");
  info.schema = object.at("schema");
  info.argument = object.at("argument");
  return info;
}

ProbedPlugin read_plugin(const json& object) {
  ProbedPlugin plugin{object.at("name"), object.at("version"), object.at("abi"), {}, {}};
  for (const json& component : object.at("components")) {
    plugin.components.push_back(read_component(component));
    plugin.components.back().plugin = plugin.name;
    plugin.components.back().plugin_version = plugin.version;
  }
  return plugin;
}

// Throws json::exception if the line is not one of the runner's.
void read_line(std::string_view line, ProbeReport& report) {
  const json object = json::parse(line);
  if (object.contains("stage")) {
    report.stage = ProbeStage::kEntry;
    return;
  }
  if (object.contains("error")) {
    report.plugin = fail(Fault::kInvalid, object.at("message"), object.at("hint"));
  } else {
    report.plugin = read_plugin(object);
  }
  report.stage = ProbeStage::kReported;
}

}  // namespace

std::string entry_line() { return line_of({{"stage", "entry"}}); }

std::string report_line(const Descriptor& descriptor) {
  json components = json::array();
  for (const Component& component : descriptor.components)
    components.push_back(to_json(component.info));
  return line_of(
      {{"name", descriptor.plugin},
       {"version", descriptor.version},
       {"abi", std::to_string(descriptor.abi_major) + "." + std::to_string(descriptor.abi_minor)},
       {"components", std::move(components)}});
}

std::string failure_line(std::string_view code, const Error& error) {
  return line_of({{"error", code}, {"message", error.message}, {"hint", error.hint}});
}

ProbeReport read_report(std::string_view lines) {
  ProbeReport report;
  while (report.stage != ProbeStage::kReported) {
    const auto end = lines.find('\n');
    if (end == lines.npos) break;
    try {
      read_line(lines.substr(0, end), report);
    } catch (const json::exception&) {
      break;  // The runner's line was damaged: then it is as if it had died there.
    }
    lines.remove_prefix(end + 1);
  }
  return report;
}

}  // namespace mailcomb::plugin
