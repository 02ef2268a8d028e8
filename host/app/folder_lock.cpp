// SPDX-License-Identifier: Apache-2.0
#include "app/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace mailcomb::app {
namespace {

tl::unexpected<Error> cannot(const char* what, const std::filesystem::path& folder) {
  return fail(Fault::kInvalid, "cannot " + std::string(what) + " folder '" + folder.string() +
                                   "': " + std::generic_category().message(errno));
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return cannot("open", folder);
  FolderLock lock(descriptor);
  while (flock(descriptor, LOCK_EX) != 0)
    if (errno != EINTR) return cannot("lock", folder);
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace mailcomb::app
