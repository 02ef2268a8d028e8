// SPDX-License-Identifier: Apache-2.0
// ScratchFolder: an empty folder for one test, gone with all that is in it when the test ends.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

namespace mailcomb::testing {

class ScratchFolder {
 public:
  ScratchFolder() {
    std::string path = ::testing::TempDir() + "mailcomb-XXXXXX";
    if (!mkdtemp(path.data())) throw std::runtime_error("no scratch folder: " + path);
    path_ = path;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace mailcomb::testing
