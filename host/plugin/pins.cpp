// SPDX-License-Identifier: Apache-2.0
#include "plugin/pins.hpp"

#include "plugin/loaded_plugin.hpp"

namespace mailcomb::plugin {

std::vector<Error> drop_changed(std::vector<std::filesystem::path>& files, const Pins& pins) {
  std::vector<Error> problems;
  std::erase_if(files, [&](const std::filesystem::path& file) {
    const auto pin = pins.find(file.filename().string());
    if (pin == pins.end()) return false;
    const auto found = hash_file(file);
    if (found == pin->second) return false;
    Error problem =
        fail(Fault::kInvalid, "the plugin is not the one that is pinned: its SHA-256 is " + found,
             "if you trust it, change its pin to that")
            .value();
    problem.origin = file.string();
    problems.push_back(std::move(problem));
    return true;
  });
  return problems;
}

}  // namespace mailcomb::plugin
