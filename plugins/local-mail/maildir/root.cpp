// SPDX-License-Identifier: Apache-2.0
#include "maildir/root.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <vector>

#include "mail/utf8.hpp"
#include "mailcomb/failure.hpp"
#include "posix/directory.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr std::size_t kSuggestionsMax = 3;

[[noreturn]] void fail(mailcomb_status status, const char* code, std::string summary,
                       std::string hint) {
  throw sdk::Failure(status, code, std::move(summary), std::move(hint), "/path");
}

bool has_directory(int fd, const std::string& name) {
  struct stat found {};
  return ::fstatat(fd, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(found.st_mode);
}

// What a Maildir needs and this directory lacks: "cur, new and tmp".
std::string missing_parts(int fd) {
  std::vector<std::string> missing;
  for (const char* part : {"cur", "new", "tmp"})
    if (!has_directory(fd, part)) missing.emplace_back(part);
  std::string text = missing.empty() ? "cur" : missing.front();
  for (std::size_t i = 1; i < missing.size(); ++i)
    text += (i + 1 == missing.size() ? " and " : ", ") + missing[i];
  return text;
}

std::vector<std::string> contained_maildirs(int fd) {
  std::vector<std::string> found;
  Directory directory(fd, ".");
  while (const dirent* entry = directory.next()) {
    const std::string name = entry->d_name;
    if (has_directory(fd, name + "/cur") && has_directory(fd, name + "/new"))
      found.push_back(percent_encode(name));
  }
  std::ranges::sort(found);
  return found;
}

std::string hint_for(int fd, const std::string& path) {
  const auto found = contained_maildirs(fd);
  if (found.empty()) return "give a directory that holds cur, new and tmp";
  std::string hint = "it contains Maildirs: ";
  for (std::size_t i = 0; i < std::min(found.size(), kSuggestionsMax); ++i)
    hint += (i == 0 ? "'" : ", '") + path + "/" + found[i] + "'";
  return hint + (found.size() > kSuggestionsMax ? ", …" : "");
}

void fail_to_open(const std::string& path, int error) {
  const std::string name = "'" + path + "'";
  const std::string hint = "give a directory that holds cur, new and tmp";
  if (error == ENOENT) fail(MAILCOMB_UNAVAILABLE, "no-such-path", name + " does not exist", hint);
  if (error == ENOTDIR)
    fail(MAILCOMB_UNAVAILABLE, "not-a-directory", name + " is not a directory", hint);
  fail(MAILCOMB_UNAVAILABLE, "unreadable-mailbox", name + " cannot be read: " + error_text(error),
       "mailcomb must run as a user who may read it");
}

std::string canonical_path(const std::string& path) {
  struct Free {
    void operator()(char* text) const { std::free(text); }
  };
  const std::unique_ptr<char, Free> resolved(::realpath(path.c_str(), nullptr));
  if (!resolved) fail_to_open(path, errno);
  return resolved.get();
}

}  // namespace

Root open_root(const std::string& path) {
  if (path.empty() || path.find('\0') != path.npos)
    fail(MAILCOMB_INVALID, "bad-path", "the path of the Maildir is empty or holds a NUL",
         "give a directory that holds cur, new and tmp");
  const std::string canonical = canonical_path(path);
  UniqueFd fd(::open(canonical.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.is_open()) fail_to_open(path, errno);
  struct stat cur {};
  if (::fstatat(fd.get(), "cur", &cur, AT_SYMLINK_NOFOLLOW) != 0 && errno == EACCES)
    fail_to_open(path, EACCES);
  if (!S_ISDIR(cur.st_mode))
    fail(MAILCOMB_INVALID, "not-a-maildir",
         "'" + path + "' is not a Maildir: it has no " + missing_parts(fd.get()),
         hint_for(fd.get(), path));
  return {std::move(fd), percent_encode(canonical)};
}

}  // namespace mailcomb::local_mail
