// SPDX-License-Identifier: Apache-2.0
#include "plugin/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <thread>

namespace mailcomb::plugin {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::size_t kOutputMax = 16 << 20;

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

// How the child starts: its descriptors, and signals as a fresh program has them.
class SpawnPlan {
 public:
  SpawnPlan(int output, int output_fd) {
    posix_spawn_file_actions_init(&actions_);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      posix_spawn_file_actions_addopen(&actions_, fd, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions_, output, output_fd);
    posix_spawn_file_actions_addclosefrom_np(&actions_, output_fd + 1);
    posix_spawnattr_init(&attributes_);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  // 0, or an errno.
  int spawn(const std::string& program, const std::vector<std::string>& arguments, pid_t* pid) {
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    return posix_spawn(pid, program.c_str(), &actions_, &attributes_, argv.data(), environ);
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

class Child {
 public:
  Child(pid_t pid, Clock::time_point deadline) : pid_(pid), deadline_(deadline) {}

  ChildEnd wait(int output) {
    // A grandchild may keep the pipe open, so its end is not waited for once the child is gone.
    while (!is_reaped() && !is_late() && read_some(output)) continue;
    // The pipe is closed just before the process ends.
    while (!is_reaped() && !is_late()) std::this_thread::sleep_for(200us);
    if (!is_reaped()) kill();
    while (read_some(output, 0ms)) continue;
    return std::move(end_);
  }

 private:
  bool is_late() const { return Clock::now() >= deadline_; }

  bool is_reaped() {
    if (!is_reaped_) is_reaped_ = waitpid(pid_, &end_.wait_status, WNOHANG) == pid_;
    return is_reaped_;
  }

  void kill() {
    ::kill(pid_, SIGKILL);
    while (waitpid(pid_, &end_.wait_status, 0) < 0 && errno == EINTR) continue;
    is_reaped_ = true;
    end_.is_timed_out = true;
  }

  // False at the end of the pipe, or if nothing comes with `patience` 0.
  bool read_some(int output, std::chrono::milliseconds patience = 20ms) {
    pollfd polled{output, POLLIN, 0};
    if (poll(&polled, 1, static_cast<int>(patience.count())) <= 0) return patience > 0ms;
    char buffer[16 << 10];
    const ssize_t size = read(output, buffer, sizeof buffer);
    if (size <= 0) return size < 0 && errno == EINTR;
    end_.output.append(buffer, static_cast<std::size_t>(size));
    return end_.output.size() <= kOutputMax;
  }

  pid_t pid_;
  Clock::time_point deadline_;
  bool is_reaped_ = false;
  ChildEnd end_;
};

}  // namespace

Result<ChildEnd> run_child(const std::filesystem::path& program,
                           const std::vector<std::string>& arguments, int output_fd,
                           std::chrono::milliseconds time_limit) {
  const auto deadline = Clock::now() + time_limit;
  const auto fails = [&](int error) {
    return fail(Fault::kInternal, program.string() + " cannot be started: " + std::strerror(error));
  };
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return fails(errno);
  Descriptor reading(ends[0]), writing(ends[1]);
  pid_t pid = 0;
  if (const int error = SpawnPlan(writing.get(), output_fd).spawn(program, arguments, &pid))
    return fails(error);
  writing.close();
  return Child(pid, deadline).wait(reading.get());
}

}  // namespace mailcomb::plugin
