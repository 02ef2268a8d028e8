// SPDX-License-Identifier: Apache-2.0
#include "app/settings/search_path.hpp"

#include <algorithm>

namespace mailcomb::app {

std::vector<std::filesystem::path> split_path(const std::string& list) {
  std::vector<std::filesystem::path> folders;
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find(':', at), list.size());
    if (end > at) folders.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return folders;
}

}  // namespace mailcomb::app
