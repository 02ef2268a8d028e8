// SPDX-License-Identifier: Apache-2.0
// LoadedPlugin: a plugin whose code is in this process.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "plugin/descriptor.hpp"
#include "plugin/host_services.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

// Tells whether a file is still the one that was looked at.
struct FileStamp {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t changed_ns = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// All zero if there is no such file.
FileStamp stamp_of(const std::filesystem::path& file);

// SHA-256 in lower-case hex.
std::string hash_file(const std::filesystem::path& file);

struct LoadedPlugin {
  Descriptor descriptor;
  std::string sha256;  // Of the file, in lower-case hex.
};

// `file` was probed when it had that stamp; another one is refused. The error's origin is the file.
Result<LoadedPlugin> load_plugin(const std::filesystem::path& file, const FileStamp& probed,
                                 PluginLog log);

}  // namespace mailcomb::plugin
