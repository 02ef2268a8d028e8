// SPDX-License-Identifier: Apache-2.0
// A folder of plugins for one test, and the host's tools to look at it.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "plugin/registry.hpp"

namespace mailcomb::testing {

class PluginFiles : public ::testing::Test {
 protected:
  PluginFiles() {
    // A crash is to end the process by its signal, as it does without a sanitizer.
    setenv("ASAN_OPTIONS", "handle_segv=0:handle_sigbus=0:detect_leaks=0", 1);
    setenv("TSAN_OPTIONS", "handle_segv=0:handle_sigbus=0", 1);
    char name[] = "/tmp/mailcomb-plugins-XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~PluginFiles() override { std::filesystem::remove_all(folder_); }

  static std::filesystem::path built(const std::string& name) {
    return std::filesystem::path(MAILCOMB_TEST_PLUGINS) / (name + ".so");
  }
  // Puts the plugin of that name into the folder.
  std::filesystem::path add(const std::string& name) {
    const auto file = folder_ / (name + ".so");
    std::filesystem::copy_file(built(name), file);
    return file;
  }
  std::filesystem::path write(const std::string& name, std::string_view bytes) {
    const auto file = folder_ / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  static std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  plugin::Registry registry() const { return registry({{folder_}, {}}); }
  plugin::Registry registry(const plugin::SearchPath& path) const {
    return plugin::Registry(path, geteuid(), prober_, {});
  }
  // All problems as the user sees them, with FOLDER for the folder.
  std::string problems(const plugin::Registry& registry) const {
    std::string text;
    for (const Error& problem : registry.problems()) text += to_text(problem);
    const std::string folder = folder_.string();
    for (auto at = text.find(folder); at != text.npos; at = text.find(folder))
      text.replace(at, folder.size(), "FOLDER");
    return text;
  }

  std::filesystem::path folder_;
  plugin::Prober prober_{MAILCOMB_RUNNER, std::chrono::seconds(30)};
};

}  // namespace mailcomb::testing
