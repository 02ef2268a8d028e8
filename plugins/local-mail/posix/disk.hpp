// SPDX-License-Identifier: Apache-2.0
// Disk: the two calls that make a change and make it last; tests put a faulty one in its place.
#pragma once

namespace mailcomb::local_mail {

class Disk {
 public:
  virtual ~Disk() = default;

  // Gives a file another name, never over an existing one. 0 or an errno; after an errno nothing
  // has changed.
  virtual int rename(int from_fd, const char* from, int to_fd, const char* to) = 0;
  // Returns when the directory is on the disk. 0 or an errno.
  virtual int sync(int fd) = 0;
};

// The real one. Any thread.
Disk& real_disk();

}  // namespace mailcomb::local_mail
