// SPDX-License-Identifier: Apache-2.0
#include "app/report/plugins_report.hpp"

#include "app/terminal.hpp"

namespace mailcomb::app {

Report plugins_report(const plugin::Registry& registry) {
  using json = nlohmann::ordered_json;
  Table table({{"component"}, {"kind"}, {"plugin"}, {"title"}, {"file", Align::kLeft, 80}});
  json components = json::array();
  for (const auto& info : registry.components()) {
    table.add({info.name, std::string(plugin::to_word(info.kind)),
               info.plugin + " " + info.plugin_version, info.title, info.file.string()});
    components.push_back({{"name", info.name},
                          {"kind", plugin::to_word(info.kind)},
                          {"title", info.title},
                          {"plugin", {{"name", info.plugin}, {"version", info.plugin_version}}},
                          {"file", info.file.string()}});
  }
  auto text = table.text();
  json problems = json::array();
  for (const auto& problem : registry.problems()) {
    text += "\nproblem: " + to_text(problem);
    problems.push_back(
        {{"file", problem.origin}, {"message", problem.message}, {"hint", problem.hint}});
  }
  return {std::move(text),
          {{"components", std::move(components)}, {"problems", std::move(problems)}},
          "components",
          std::move(table)};
}

}  // namespace mailcomb::app
