// SPDX-License-Identifier: Apache-2.0
#include "plugin/loaded_plugin.hpp"

#include <sys/stat.h>

#include <deque>
#include <fstream>
#include <vector>

#include "plugin/library.hpp"
#include "support/sha256.hpp"

namespace mailcomb::plugin {
namespace {

// Never destroyed: the plugin keeps its address.
const HostServices& make_services(PluginLog log) {
  static auto& kept = *new std::deque<HostServices>;
  return kept.emplace_back(std::move(log));
}

Result<LoadedPlugin> load(const std::filesystem::path& file, const FileStamp& probed,
                          PluginLog log) {
  LoadedPlugin plugin;
  plugin.sha256 = hash_file(file);
  const auto changed = [&] {
    return fail(Fault::kInvalid, "the plugin changed while mailcomb was running",
                "start mailcomb again");
  };
  if (stamp_of(file) != probed) return changed();
  const auto library = Library::load(file);
  if (!library) return tl::unexpected(library.error());
  if (stamp_of(file) != probed) return changed();
  const auto entry = library->find_entry();
  if (!entry) return tl::unexpected(entry.error());
  const auto answer = call_entry(*entry, make_services(std::move(log)));
  if (!answer) return tl::unexpected(answer.error());
  auto descriptor = read_descriptor(*answer);
  if (!descriptor) return tl::unexpected(descriptor.error());
  plugin.descriptor = std::move(*descriptor);
  for (Component& component : plugin.descriptor.components) {
    component.info.file = file;
    component.info.sha256 = plugin.sha256;
  }
  return plugin;
}

}  // namespace

std::string hash_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<char> buffer(1 << 16);
  Sha256 digest;
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), in.gcount() > 0)
    digest.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  return digest.hex();
}

FileStamp stamp_of(const std::filesystem::path& file) {
  struct stat status;
  if (stat(file.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
          status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec};
}

Result<LoadedPlugin> load_plugin(const std::filesystem::path& file, const FileStamp& probed,
                                 PluginLog log) {
  auto plugin = load(file, probed, std::move(log));
  if (!plugin) plugin.error().origin = file.string();
  return plugin;
}

}  // namespace mailcomb::plugin
