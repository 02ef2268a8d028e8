// SPDX-License-Identifier: Apache-2.0
#include "mbox/file_window.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "mailcomb/failure.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
namespace {

[[noreturn]] void fail(const std::string& why, const char* hint) {
  throw sdk::Failure(MAILCOMB_UNAVAILABLE, "unreadable-mailbox", "the mbox " + why, hint, "/path");
}

}  // namespace

void FileWindow::extend() {
  if (reaches_end()) return;
  make_room();
  const auto wanted = std::min<std::uint64_t>(kBlockBytes, end_ - offset_ - size_);
  ssize_t got = 0;
  do
    got =
        ::pread(fd_, buffer_.data() + begin_ + size_, wanted, static_cast<off_t>(offset_ + size_));
  while (got < 0 && errno == EINTR);
  if (got < 0) fail("cannot be read: " + error_text(errno), "check the disk that it is on");
  if (got == 0)
    fail("has become shorter while it was read", "try again when no other program changes it");
  size_ += static_cast<std::size_t>(got);
}

void FileWindow::drop(std::size_t count) {
  offset_ += count;
  begin_ += count;
  size_ -= count;
}

void FileWindow::seek(std::uint64_t offset) {
  if (offset >= offset_ && offset - offset_ <= size_)
    return drop(static_cast<std::size_t>(offset - offset_));
  offset_ = offset;
  begin_ = size_ = 0;
}

void FileWindow::make_room() {
  if (begin_ > 0) std::memmove(buffer_.data(), buffer_.data() + begin_, size_);
  begin_ = 0;
  // A message with huge headers shall not keep its memory for the rest of the file.
  if (buffer_.size() > 8 * kBlockBytes && size_ < kBlockBytes)
    buffer_ = std::vector<char>(buffer_.begin(), buffer_.begin() + 2 * kBlockBytes);
  if (buffer_.size() < size_ + kBlockBytes) buffer_.resize(2 * (size_ + kBlockBytes));
}

}  // namespace mailcomb::local_mail
