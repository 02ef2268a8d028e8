// SPDX-License-Identifier: Apache-2.0
#include "mbox/mbox_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "mail/header_block.hpp"
#include "mail/utf8.hpp"
#include "mailcomb/failure.hpp"
#include "mbox/separator.hpp"
#include "posix/directory.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr const char* kWhatToGive = "give a file of messages that each begin with a 'From ' line";

[[noreturn]] void fail(mailcomb_status status, const char* code, std::string summary,
                       std::string hint) {
  throw sdk::Failure(status, code, std::move(summary), std::move(hint), "/path");
}

[[noreturn]] void fail_to_open(const std::string& path, int error) {
  const std::string name = "'" + path + "'";
  if (error == ENOENT)
    fail(MAILCOMB_UNAVAILABLE, "no-such-path", name + " does not exist", kWhatToGive);
  fail(MAILCOMB_UNAVAILABLE, "unreadable-mailbox", name + " cannot be read: " + error_text(error),
       "mailcomb must run as a user who may read it");
}

bool has_entry(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

// The first mbox by name in a directory, or empty.
std::string find_mbox_in(const std::string& path) {
  std::vector<std::string> found;
  Directory directory(AT_FDCWD, path.c_str());
  while (const dirent* entry = directory.next())
    if (std::string_view(entry->d_name).ends_with(".mbox"))
      found.push_back(path + "/" + percent_encode(entry->d_name));
  return found.empty() ? std::string() : *std::ranges::min_element(found);
}

std::string hint_for_directory(const std::string& path) {
  if (has_entry(path + "/cur")) return "it is a Maildir: use maildir:" + path;
  // Where a Takeout was unpacked, its mail is further down.
  for (const char* below : {"", "/Mail", "/Takeout/Mail"})
    if (const auto found = find_mbox_in(path + below); !found.empty())
      return "it contains '" + found + "'";
  return kWhatToGive;
}

std::string hint_for_content(std::string_view start, const std::string& path) {
  HeaderBlock headers;
  headers.parse(start);
  if (start.starts_with("PK\3\4") || start.starts_with("\x1f\x8b"))
    return "it is an archive: unpack it; in a Google Takeout the mail is Takeout/Mail/*.mbox";
  if (headers.is_message() && !start.starts_with("From "))
    return "it looks like a single message; an mbox has a line 'From SENDER DATE' before each";
  return "the first line must be 'From SENDER DATE', such as 'From ann@example.org Thu Aug 22 "
         "12:36:23 2002'; is '" +
         path + "' the right file?";
}

void check_start(const UniqueFd& fd, const std::string& path) {
  std::array<char, 2 * kFromLineBytesMax> bytes{};
  const auto got = ::pread(fd.get(), bytes.data(), bytes.size(), 0);
  if (got < 0) fail_to_open(path, errno);
  const std::string_view start(bytes.data(), static_cast<std::size_t>(got));
  if (start.empty() || is_separator(start.substr(0, start.find('\n')))) return;
  fail(MAILCOMB_INVALID, "not-an-mbox",
       "'" + path + "' is not an mbox: it does not begin with a 'From ' line",
       hint_for_content(start, path));
}

struct stat status_of(const UniqueFd& fd) {
  struct stat found {};
  if (::fstat(fd.get(), &found) != 0) found = {};
  return found;
}

}  // namespace

MboxFile open_mbox(const std::string& path) {
  if (path.empty() || path.find('\0') != path.npos)
    fail(MAILCOMB_INVALID, "bad-path", "the path of the mbox is empty or holds a NUL", kWhatToGive);
  // O_NONBLOCK: a pipe must not hang us.
  UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!fd.is_open()) fail_to_open(path, errno);
  const auto type = status_of(fd).st_mode;
  if (S_ISDIR(type))
    fail(MAILCOMB_INVALID, "not-a-file", "'" + path + "' is a directory, not an mbox",
         hint_for_directory(path));
  if (!S_ISREG(type))
    fail(MAILCOMB_INVALID, "not-a-file", "'" + path + "' is not a regular file", kWhatToGive);
  check_start(fd, path);
  ::posix_fadvise(fd.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
  const auto stamp = stamp_of(fd);
  return {std::move(fd), stamp};
}

std::string account_of(const std::string& path) {
  struct Free {
    void operator()(char* text) const { std::free(text); }
  };
  const std::unique_ptr<char, Free> resolved(::realpath(path.c_str(), nullptr));
  if (!resolved) fail_to_open(path, errno);
  return percent_encode(resolved.get());
}

FileStamp stamp_of(const UniqueFd& fd) {
  const auto found = status_of(fd);
  return {found.st_dev, found.st_ino, static_cast<std::uint64_t>(found.st_size),
          found.st_mtim.tv_sec * std::int64_t{1'000'000'000} + found.st_mtim.tv_nsec};
}

}  // namespace mailcomb::local_mail
