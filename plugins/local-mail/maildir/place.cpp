// SPDX-License-Identifier: Apache-2.0
#include "maildir/place.hpp"

#include "mail/utf8.hpp"

namespace mailcomb::local_mail {
namespace {

bool is_one_name(std::string_view name) {
  return !name.empty() && name.find('/') == name.npos && name.find('\0') == name.npos;
}

}  // namespace

const char* place_name(Place place) { return place == Place::kNew ? "new" : "cur"; }

std::string to_path(const FilePath& path) {
  const std::string inner = std::string(place_name(path.place)) + '/' + path.name;
  return path.folder.empty() ? inner : path.folder + '/' + inner;
}

std::string quoted_path(const FilePath& path) {
  std::string text = "'";
  text += percent_encode(to_path(path));
  return text += '\'';
}

std::optional<FilePath> parse_path(std::string_view path) {
  FilePath parsed;
  if (path.starts_with('.')) {
    const auto slash = path.find('/');
    if (slash == path.npos || !is_folder_name(path.substr(0, slash))) return {};
    parsed.folder = path.substr(0, slash);
    path.remove_prefix(slash + 1);
  }
  if (!path.starts_with("cur/") && !path.starts_with("new/")) return {};
  parsed.place = path.starts_with("new/") ? Place::kNew : Place::kCur;
  parsed.name = path.substr(4);
  if (!is_one_name(parsed.name) || parsed.name.starts_with('.')) return {};
  return parsed;
}

bool is_folder_name(std::string_view name) {
  return is_one_name(name) && name.starts_with('.') && name != "." && name != "..";
}

}  // namespace mailcomb::local_mail
