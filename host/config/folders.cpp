// SPDX-License-Identifier: Apache-2.0
#include "config/folders.hpp"

namespace mailcomb::config {

std::string absolute_path(const std::string& path, const Folders& folders) {
  auto absolute = folders.base / path;
  if (path == "~") absolute = folders.home;
  if (path.starts_with("~/")) absolute = folders.home / path.substr(2);
  auto text = absolute.lexically_normal().string();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

}  // namespace mailcomb::config
