// SPDX-License-Identifier: Apache-2.0
#include "maildir/restore_token.hpp"

#include "mail/utf8.hpp"

namespace mailcomb::local_mail {

using sdk::Value;

FileIdentity identity_of(const struct stat& file) {
  return {static_cast<std::int64_t>(file.st_dev), static_cast<std::int64_t>(file.st_ino),
          static_cast<std::int64_t>(file.st_size),
          static_cast<std::int64_t>(file.st_mtim.tv_sec) * 1'000'000'000 + file.st_mtim.tv_nsec};
}

bool is_same_file(const FileIdentity& a, const FileIdentity& b) {
  return a.device == b.device && a.inode == b.inode;
}

Value to_value(const RestoreToken& token) {
  std::string path = to_path(token.path);
  const bool is_text = is_utf8(path);
  return Value::map({{"path", is_text ? Value(std::move(path)) : Value::bytes(std::move(path))},
                     {"dev", token.file.device},
                     {"ino", token.file.inode},
                     {"size", token.file.size_bytes},
                     {"mtime_ns", token.file.mtime_ns}});
}

std::optional<RestoreToken> parse_token(const Value& value) {
  const auto path = parse_path(value["path"].text());
  for (const char* key : {"dev", "ino", "size", "mtime_ns"})
    if (!value[key].is(Value::Kind::kI64)) return {};
  if (!path) return {};
  return RestoreToken{*path,
                      {value["dev"].integer(), value["ino"].integer(), value["size"].integer(),
                       value["mtime_ns"].integer()}};
}

}  // namespace mailcomb::local_mail
