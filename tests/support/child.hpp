// SPDX-License-Identifier: Apache-2.0
// Child: a process forked from the test, and what it said.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace mailcomb::testing {

// The body writes to the descriptor it gets, and ends in _exit: nothing of the test's own is torn
// down, as in a crash. An exception is said and exits 2.
class Child {
 public:
  using Body = std::function<void(int said)>;

  explicit Child(const Body& body) {
    int ends[2];
    if (pipe(ends) != 0 || (id_ = fork()) < 0) throw std::runtime_error("cannot fork");
    if (id_ == 0) {
      close(ends[0]);
      run(body, ends[1]);
    }
    close(ends[1]);
    said_ = ends[0];
  }
  Child(Child&& other) noexcept
      : id_(std::exchange(other.id_, -1)), said_(std::exchange(other.said_, -1)) {}
  Child& operator=(Child&&) = delete;
  ~Child() {
    if (id_ > 0) wait();
    if (said_ >= 0) close(said_);
  }

  pid_t id() const { return id_; }

  // The next bytes, or "" at the end.
  std::string listen() const {
    char bytes[4096];
    const ssize_t count = ::read(said_, bytes, sizeof bytes);
    return {bytes, static_cast<std::size_t>(count > 0 ? count : 0)};
  }
  std::string listen_to_the_end() const {
    std::string all;
    for (std::string some = listen(); !some.empty(); some = listen()) all += some;
    return all;
  }
  // The exit code, or minus the signal that ended it.
  int wait() {
    int status = 0;
    waitpid(std::exchange(id_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  [[noreturn]] static void run(const Body& body, int said) {
    try {
      body(said);
    } catch (const std::exception& error) {
      say(said, error.what());
      _exit(2);
    }
    _exit(::testing::Test::HasFailure() ? 1 : 0);
  }

 public:
  static void say(int said, std::string_view text) {
    if (write(said, text.data(), text.size()) < 0) _exit(3);
  }

 private:
  pid_t id_ = -1;
  int said_ = -1;
};

}  // namespace mailcomb::testing
