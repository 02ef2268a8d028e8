// SPDX-License-Identifier: Apache-2.0
#include "mail/header_reader.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>

#include "posix/error_text.hpp"
#include "posix/unique_fd.hpp"

namespace mailcomb::local_mail {
namespace {

// Reads once more behind the first `size` bytes of the buffer; 0 at the end, -1 on an error.
ssize_t read_more(int fd, std::vector<char>& buffer, std::size_t size) {
  ssize_t got = 0;
  do got = ::read(fd, buffer.data() + size, buffer.size() - size);
  while (got < 0 && errno == EINTR);
  return got;
}

}  // namespace

HeaderReader::Outcome HeaderReader::load(int directory_fd, const char* name) {
  // O_NONBLOCK: a pipe that took the file's place since it was listed must not hang us.
  const UniqueFd file(::openat(directory_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (file.is_open()) return read_all(file.get());
  return errno == ENOENT ? Outcome::kMissing : fail("cannot be read: " + error_text(errno));
}

HeaderReader::Outcome HeaderReader::read_all(int fd) {
  std::size_t size = 0;
  for (;;) {
    const ssize_t got = read_more(fd, buffer_, size);
    if (got < 0) return fail("cannot be read: " + error_text(errno));
    const bool is_first = size == 0;
    size += static_cast<std::size_t>(got);
    // Looked at after the first read, which mostly is the last, and then only as the buffer grows.
    if (got != 0 && !is_first && size < buffer_.size()) continue;
    const bool is_complete = headers_.parse({buffer_.data(), size}) || got == 0;
    if (size == 0) return fail("is not a message: it is empty");
    if (!headers_.is_message()) return fail("is not a message: its first line is no header field");
    if (is_complete) return Outcome::kRead;
    if (size >= kHeadersMaxBytes) return fail("has headers of more than 16 MiB");
    if (size == buffer_.size()) buffer_.resize(std::min(buffer_.size() * 8, kHeadersMaxBytes));
  }
}

HeaderReader::Outcome HeaderReader::fail(std::string why) {
  why_ = std::move(why);
  return Outcome::kFailed;
}

}  // namespace mailcomb::local_mail
