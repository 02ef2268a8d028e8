// SPDX-License-Identifier: Apache-2.0
#include "mail/state_json.hpp"

#include <nlohmann/json.hpp>

namespace mailcomb::mail {
namespace {

bool is_list_of_text(const nlohmann::json& json) {
  return json.is_array() &&
         std::all_of(json.begin(), json.end(), [](const auto& item) { return item.is_string(); });
}

bool is_state(const nlohmann::json& json) {
  return json.is_object() && json.contains("flags") && is_list_of_text(json["flags"]) &&
         json.contains("location") && json["location"].is_string() && json.contains("folder") &&
         json["folder"].is_string() && json.contains("labels") && is_list_of_text(json["labels"]);
}

}  // namespace

nlohmann::json to_json(const State& state) {
  return {{"flags", flag_names(state.flags)},
          {"location", to_text(state.location)},
          {"folder", state.folder},
          {"labels", state.labels}};
}

std::optional<State> state_from_json(const nlohmann::json& json) {
  if (!is_state(json)) return {};
  const auto location = find_location(json["location"].get<std::string>());
  if (!location) return {};
  State state{0, *location, json["folder"], json["labels"]};
  for (const auto& name : json["flags"]) {
    const auto flag = find_flag(name.get<std::string>());
    if (flag == 0) return {};
    state.flags |= flag;
  }
  return state;
}

}  // namespace mailcomb::mail
