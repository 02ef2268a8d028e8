// SPDX-License-Identifier: Apache-2.0
#include "mail/header_reader.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr std::size_t kBodyPieceBytes = 64 << 10;

// Reads once more behind the first `size` bytes of the buffer; 0 at the end, -1 on an error.
ssize_t read_more(int fd, std::vector<char>& buffer, std::size_t size) {
  ssize_t got = 0;
  do got = ::read(fd, buffer.data() + size, buffer.size() - size);
  while (got < 0 && errno == EINTR);
  return got;
}

// O_NONBLOCK: a pipe that took the file's place since it was listed must not hang us.
UniqueFd open_file(int directory_fd, const char* name) {
  return UniqueFd(::openat(directory_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
}

}  // namespace

HeaderReader::Outcome HeaderReader::load(int directory_fd, const char* name) {
  file_ = open_file(directory_fd, name);
  if (file_.is_open() && ::fstat(file_.get(), &status_) == 0) return read_all();
  return fail(errno);
}

bool HeaderReader::load_at_once(int directory_fd, const char* name) {
  const UniqueFd file = open_file(directory_fd, name);
  if (!file.is_open() || ::fstat(file.get(), &status_) != 0) return false;
  const ssize_t got = read_more(file.get(), buffer_, 0);
  return got > 0 && headers_.parse({buffer_.data(), static_cast<std::size_t>(got)}) &&
         headers_.is_message();
}

HeaderReader::Outcome HeaderReader::look(int directory_fd, const char* name) {
  if (::fstatat(directory_fd, name, &status_, AT_SYMLINK_NOFOLLOW) != 0) return fail(errno);
  return Outcome::kRead;
}

HeaderReader::Outcome HeaderReader::read_all() {
  size_ = 0;
  has_given_beginning_ = false;
  for (;;) {
    const ssize_t got = read_more(file_.get(), buffer_, size_);
    if (got < 0) return fail(errno);
    const bool is_first = size_ == 0;
    size_ += static_cast<std::size_t>(got);
    // Looked at after the first read, which mostly is the last, and then only as the buffer grows.
    if (got != 0 && !is_first && size_ < buffer_.size()) continue;
    const bool is_complete = headers_.parse({buffer_.data(), size_}) || got == 0;
    if (size_ == 0) return fail("is not a message: it is empty");
    if (!headers_.is_message()) return fail("is not a message: its first line is no header field");
    if (is_complete) return Outcome::kRead;
    if (size_ >= kHeadersMaxBytes) return fail("has headers of more than 16 MiB");
    if (size_ == buffer_.size()) buffer_.resize(std::min(buffer_.size() * 8, kHeadersMaxBytes));
  }
}

std::optional<std::string_view> HeaderReader::read_body() {
  const bool is_first = !std::exchange(has_given_beginning_, true);
  if (is_first && headers_.size() < size_)
    return std::string_view(buffer_.data(), size_).substr(headers_.size());
  body_.resize(kBodyPieceBytes);
  const ssize_t got = read_more(file_.get(), body_, 0);
  if (got >= 0) return std::string_view(body_.data(), static_cast<std::size_t>(got));
  fail(errno);
  return {};
}

HeaderReader::Outcome HeaderReader::fail(int error) {
  return error == ENOENT ? Outcome::kMissing : fail("cannot be read: " + error_text(error));
}

HeaderReader::Outcome HeaderReader::fail(std::string why) {
  why_ = std::move(why);
  return Outcome::kFailed;
}

}  // namespace mailcomb::local_mail
