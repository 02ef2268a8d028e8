// SPDX-License-Identifier: Apache-2.0
// Runs a piece of a test as a user whom permissions hold back: root reads what nobody may read.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>

namespace mailcomb::testing {

// What `body` answers, run in a child process; as user 65534 if this one is root. Files that the
// body needs must be readable for that user. Throws std::runtime_error if the child died.
inline std::string run_unprivileged(const std::function<std::string()>& body) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no child process");
  if (child == 0) {
    constexpr unsigned kNobody = 65534;
    const bool dropped = ::geteuid() != 0 || (::setgid(kNobody) == 0 && ::setuid(kNobody) == 0);
    std::string answer = "cannot drop privileges";
    try {
      if (dropped) answer = body();
    } catch (const std::exception& error) {
      answer = std::string("threw ") + error.what();
    }
    const bool sent =
        ::write(ends[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size());
    ::_exit(sent ? 0 : 1);
  }
  ::close(ends[1]);
  std::string answer;
  char block[4096];
  for (ssize_t got = 0; (got = ::read(ends[0], block, sizeof block)) > 0;)
    answer.append(block, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw std::runtime_error("the unprivileged child died");
  return answer;
}

}  // namespace mailcomb::testing
