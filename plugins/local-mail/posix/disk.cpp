// SPDX-License-Identifier: Apache-2.0
#include "posix/disk.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>

namespace mailcomb::local_mail {
namespace {

class RealDisk : public Disk {
 public:
  int rename(int from_fd, const char* from, int to_fd, const char* to) override {
    return ::renameat2(from_fd, from, to_fd, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
  }
  int sync(int fd) override { return ::fsync(fd) == 0 ? 0 : errno; }
};

}  // namespace

Disk& real_disk() {
  static RealDisk disk;
  return disk;
}

}  // namespace mailcomb::local_mail
