// SPDX-License-Identifier: Apache-2.0
// FileLock: an flock that ends with its owner, or with the process.
#pragma once

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <string>
#include <utility>

#include "mailcomb/failure.hpp"

namespace mailcomb::recording {

class FileLock {
 public:
  explicit FileLock(std::string path) : path_(std::move(path)) {}
  ~FileLock() { unlock(); }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  void lock() {
    if (descriptor_ >= 0) return;
    const int descriptor = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
      throw sdk::Failure(MAILCOMB_UNAVAILABLE, "recording-lock", "cannot open '" + path_ + "'");
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      ::close(descriptor);
      throw sdk::Failure(MAILCOMB_LOCKED, "recording-locked",
                         "somebody else holds '" + path_ + "'");
    }
    descriptor_ = descriptor;
  }

  void unlock() noexcept {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace mailcomb::recording
