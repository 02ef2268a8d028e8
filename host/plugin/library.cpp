// SPDX-License-Identifier: Apache-2.0
#include "plugin/library.hpp"

#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>
#include <deque>
#include <memory>
#include <mutex>

#include "plugin/utf8.hpp"

namespace mailcomb::plugin {
namespace {

constexpr int kAbiMajorMax = 9;
constexpr const char* kBug = "this is a bug of the plugin; tell its author";

// Never destroyed, so that nothing is unloaded at exit.
const boost::dll::shared_library& keep(boost::dll::shared_library library) {
  static std::mutex mutex;
  static auto& kept = *new std::deque<boost::dll::shared_library>;
  const std::lock_guard lock(mutex);
  return kept.emplace_back(std::move(library));
}

// Boost wraps what the dynamic loader said into words that mislead ("Illegal seek"), and the loader
// begins with the path, which the reader knows.
std::string loader_message(std::string_view what, const std::string& file) {
  constexpr std::string_view kBegin = "(dlerror system message: ";
  if (const auto at = what.find(kBegin); at != what.npos) {
    what.remove_prefix(at + kBegin.size());
    what = what.substr(0, what.rfind(')'));
  }
  if (what.starts_with(file + ": ")) what.remove_prefix(file.size() + 2);
  return printable(what);
}

std::string entry_name(int major) { return "mailcomb_plugin_entry_v" + std::to_string(major); }

}  // namespace

Result<Library> Library::load(const std::filesystem::path& file) {
  namespace dll = boost::dll;
  try {
    return Library(
        &keep(dll::shared_library(file, dll::load_mode::rtld_now | dll::load_mode::rtld_local)));
  } catch (const std::exception& error) {
    return fail(Fault::kInvalid,
                "the plugin cannot be loaded: " + loader_message(error.what(), file.string()),
                "install what it needs, or build it again");
  }
}

Result<Library::Entry> Library::find_entry() const {
  if (library_->has(MAILCOMB_PLUGIN_ENTRY_NAME))
    return &library_->get<const mailcomb_plugin*(const mailcomb_host*)>(MAILCOMB_PLUGIN_ENTRY_NAME);
  const std::string ours = std::to_string(MAILCOMB_ABI_MAJOR);
  for (int major = 0; major <= kAbiMajorMax; ++major)
    if (library_->has(entry_name(major)))
      return fail(Fault::kInvalid,
                  "the plugin was built for plugin ABI " + std::to_string(major) +
                      ", and this mailcomb has " + ours,
                  "install the build of the plugin for ABI " + ours);
  return fail(Fault::kInvalid,
              "the file has no function " MAILCOMB_PLUGIN_ENTRY_NAME ", so it is no plugin",
              "remove it, or build the plugin with mailcomb_add_plugin");
}

Result<const mailcomb_plugin*> call_entry(Library::Entry entry, const HostServices& services) {
  const mailcomb_plugin* plugin = nullptr;
  // By contract nothing is thrown. Where this can be caught it is told; elsewhere the probe dies of
  // it.
  try {
    plugin = entry(services.abi());
  } catch (const std::exception& error) {
    return fail(Fault::kInvalid,
                "the plugin's entry function threw an exception: " + printable(error.what()), kBug);
  } catch (...) {
    return fail(Fault::kInvalid, "the plugin's entry function threw an exception", kBug);
  }
  if (plugin) return plugin;
  const std::string why = services.last_line();
  if (why.empty())
    return fail(Fault::kInvalid, "the plugin refuses to work, and does not say why", kBug);
  return fail(Fault::kInvalid, "the plugin refuses to work: " + why);
}

}  // namespace mailcomb::plugin
