// SPDX-License-Identifier: Apache-2.0
// config: checks all of mailcomb.yaml, also what no command has used yet; tells its schema.
#include <algorithm>

#include "app/commands/answer.hpp"
#include "app/commands/commands.hpp"
#include "config/composition_schema.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

void check_components(Workbench& bench, const config::Composition& composition, Errors& errors) {
  const auto check = [&](plugin::Kind kind, const std::string& name) {
    auto checked = bench.check_component(kind, name);
    if (!checked) errors.insert(errors.end(), checked.error().begin(), checked.error().end());
  };
  for (const auto& mailbox : composition.mailboxes) check(plugin::Kind::kProvider, mailbox.name);
  for (const auto& store : composition.stores) check(plugin::Kind::kStore, store.name);
}

void check_policies(Workbench& bench, const config::Composition& composition, Errors& errors) {
  std::vector<std::string> checked;
  for (const auto& pipeline : composition.pipelines) {
    const auto& name = pipeline.policy;
    if (name.empty() || std::find(checked.begin(), checked.end(), name) != checked.end()) continue;
    checked.push_back(name);
    const auto policy = bench.find_policy(name);
    if (!policy) {
      errors.insert(errors.end(), policy.error().begin(), policy.error().end());
      continue;
    }
    const auto resolved = bench.resolve(*policy, nullptr, bench.now());
    if (!resolved) errors.insert(errors.end(), resolved.error().begin(), resolved.error().end());
  }
}

Report check_report(const config::Composition& composition) {
  const auto file = composition.file.string();
  Table table({{"part"}, {"name"}});
  json document = {{"file", file}, {"valid", json::array()}};
  const auto add = [&](const char* part, const std::string& name) {
    table.add({part, name});
    document["valid"].push_back({{"part", part}, {"name", name}});
  };
  for (const auto& each : composition.mailboxes) add("mailbox", each.name);
  for (const auto& each : composition.stores) add("store", each.name);
  for (const auto& each : composition.pipelines) add("pipeline", each.name);
  return {file + " is valid.\n", std::move(document), "valid", std::move(table)};
}

// What a component takes, where the key that names it says its name.
json branch(const plugin::ComponentInfo& info, const json& entry) {
  const std::string key = info.kind == plugin::Kind::kStore ? "type" : "provider";
  auto parameters = json::parse(info.schema, nullptr, false);
  if (!parameters.is_object()) return json::object();
  for (const auto& [name, property] : entry["properties"].items())
    parameters["properties"][name] = property;
  return {{"if", {{"properties", {{key, {{"const", info.name}}}}}}},
          {"then", std::move(parameters)}};
}

// With the keys of every component that there is.
json whole_schema(const plugin::Registry& registry) {
  auto schema = json::parse(config::composition_schema());
  for (const auto& info : registry.components()) {
    if (info.kind == plugin::Kind::kRule) continue;
    const char* part = info.kind == plugin::Kind::kStore ? "stores" : "mailboxes";
    auto& entry = schema["properties"][part]["additionalProperties"];
    entry["allOf"].push_back(branch(info, entry));
  }
  return schema;
}

}  // namespace

CommandResult run_config_check(Workbench& bench) {
  const auto& composition = bench.settings().composition;
  if (!composition)
    return all(fail(Fault::kInvalid, "there is no mailcomb.yaml to check",
                    "name one with --config; 'mailcomb init' writes one")
                   .value());
  Errors errors;
  check_components(bench, *composition, errors);
  check_policies(bench, *composition, errors);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return print_answer(bench, {ExitCode::kOk, check_report(*composition)});
}

CommandResult run_config_schema(Workbench& bench) {
  bench.terminal().print(json_text(whole_schema(bench.registry())) + "\n");
  return ExitCode::kOk;
}

}  // namespace mailcomb::app
