// SPDX-License-Identifier: Apache-2.0
#include "app/settings/variables.hpp"

#include <cstdlib>

namespace mailcomb::app {

std::optional<std::string> Variables::find(const std::string& name) const {
  if (const char* value = std::getenv(name.c_str())) return value;
  const auto found = dotenv_.find(name);
  if (found == dotenv_.end()) return {};
  return found->second;
}

std::optional<std::string> Variables::find_said(const std::string& name) const {
  auto value = find(name);
  if (value && value->empty()) return {};
  return value;
}

bool Variables::is_from_file(const std::string& name) const {
  return !std::getenv(name.c_str()) && dotenv_.count(name) > 0;
}

}  // namespace mailcomb::app
