// SPDX-License-Identifier: Apache-2.0
// FilePath: where a message file lies below the root of a Maildir.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mailcomb::local_mail {

// The directory of a folder that a message lies in; tmp holds no messages.
enum class Place : std::uint8_t { kCur, kNew };

struct FilePath {
  std::string folder;  // Its directory's name, ".Archive"; empty for the inbox.
  Place place = Place::kCur;
  std::string name;

  friend bool operator==(const FilePath&, const FilePath&) = default;
};

const char* place_name(Place place);

// ".Archive/cur/1038.1.host:2,S"; bytes as they are.
std::string to_path(const FilePath& path);
// The same as text in quotes, for messages.
std::string quoted_path(const FilePath& path);
// Empty for anything that `to_path` does not answer for a folder's message, such as "../cur/x".
std::optional<FilePath> parse_path(std::string_view path);
// Whether it may name a folder's directory: ".Archive", not ".." or "a/b".
bool is_folder_name(std::string_view name);

}  // namespace mailcomb::local_mail
