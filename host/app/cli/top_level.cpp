// SPDX-License-Identifier: Apache-2.0
#include "app/cli/top_level.hpp"

#include <algorithm>
#include <array>

namespace mailcomb::app {
namespace {

struct TopLevelFlag {
  std::string_view flag;
  std::string_view command;
  std::string_view subcommand;
};

constexpr std::array<TopLevelFlag, 4> kFlags = {{{"--dry-run", "plan", {}},
                                                 {"--execute", "apply", {}},
                                                 {"--analyze", "analyze", {}},
                                                 {"--history", "history", "list"}}};

const TopLevelFlag* find_flag(const std::string& argument) {
  const auto* found = std::find_if(kFlags.begin(), kFlags.end(),
                                   [&](const auto& each) { return each.flag == argument; });
  return found == kFlags.end() ? nullptr : found;
}

}  // namespace

Result<std::vector<std::string>> expand_top_level(std::vector<std::string> arguments) {
  if (arguments.empty() || !arguments.front().starts_with('-')) return arguments;
  const TopLevelFlag* flag = nullptr;
  std::vector<std::string> rest;
  for (auto& argument : arguments) {
    const auto* found = find_flag(argument);
    if (found && flag && found != flag)
      return fail(
          Fault::kUsage,
          std::string(flag->flag) + " and " + std::string(found->flag) + " contradict each other",
          "give one of them");
    if (found)
      flag = found;
    else
      rest.push_back(argument);
  }
  if (!flag) return arguments;
  if (!flag->subcommand.empty()) rest.insert(rest.begin(), std::string(flag->subcommand));
  rest.insert(rest.begin(), std::string(flag->command));
  return rest;
}

}  // namespace mailcomb::app
