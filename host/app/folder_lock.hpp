// SPDX-License-Identifier: Apache-2.0
// FolderLock: one process at a time of those that ask for it works on the files of a folder.
#pragma once

#include <filesystem>

#include "support/error.hpp"

namespace mailcomb::app {

class FolderLock {
 public:
  // Waits for those that came before. It leaves nothing in the folder, and ends with the process.
  static Result<FolderLock> take(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace mailcomb::app
