// SPDX-License-Identifier: Apache-2.0
// Runs a part of a test without root's rights, since root may read everything.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <string>

namespace mailcomb::testing {

// Runs `body` in a child, there as user 65534 if we are root, and takes the text it answers.
template <class Body>
void as_nobody(Body&& body, std::string* text) {
  constexpr uid_t kNobody = 65534;
  int ends[2];
  if (pipe(ends) != 0) return;
  const pid_t child = fork();
  if (child == 0) {
    const bool is_nobody = geteuid() != 0 || (setgid(kNobody) == 0 && setuid(kNobody) == 0);
    const std::string answer = is_nobody ? body() : "could not become nobody";
    const bool is_written = write(ends[1], answer.data(), answer.size()) >= 0;
    _exit(is_written ? 0 : 1);
  }
  close(ends[1]);
  char buffer[4096];
  for (ssize_t size; (size = read(ends[0], buffer, sizeof buffer)) > 0;)
    text->append(buffer, static_cast<std::size_t>(size));
  close(ends[0]);
  waitpid(child, nullptr, 0);
}

}  // namespace mailcomb::testing
