// SPDX-License-Identifier: Apache-2.0
#include "plugin/child.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>

namespace mailcomb::plugin {
namespace {

using namespace std::chrono_literals;

Result<ChildEnd> sh(const std::string& script, std::chrono::milliseconds limit = 30s) {
  return run_child("/bin/sh", {"-c", script}, 3, limit);
}

TEST(Child, gives_what_it_writes_to_its_descriptor) {
  const ChildEnd end = sh("echo to stdout; echo report >&3; exit 5").value();
  EXPECT_EQ(end.output, "report\n");
  EXPECT_EQ(WEXITSTATUS(end.wait_status), 5);
  EXPECT_FALSE(end.is_timed_out);
}

TEST(Child, may_write_more_than_a_pipe_holds) {
  const ChildEnd end = sh("head -c 1000000 /dev/zero >&3").value();
  EXPECT_EQ(end.output.size(), 1'000'000u);
}

TEST(Child, tells_the_signal_it_died_of) {
  const ChildEnd end = sh("kill -BUS $$").value();
  ASSERT_TRUE(WIFSIGNALED(end.wait_status));
  EXPECT_EQ(WTERMSIG(end.wait_status), SIGBUS);
}

TEST(Child, is_killed_when_its_time_is_up) {
  EXPECT_TRUE(sh("echo begun >&3; exec sleep 60", 300ms).value().is_timed_out);
  EXPECT_TRUE(sh("exec 3>&-; exec sleep 60", 300ms).value().is_timed_out);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);  // Nothing is left to reap.
}

TEST(Child, is_not_waited_for_by_its_children) {
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(sh("sleep 20 & echo done >&3").value().output, "done\n");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 15s);
}

TEST(Child, inherits_no_descriptor) {
  const int open = dup(1);
  const ChildEnd end = sh("ls -l /proc/self/fd | wc -l >&3").value();
  close(open);
  EXPECT_EQ(std::stoi(end.output), 6) << end.output;  // Total; 0 to 3; that of ls itself.
}

TEST(Child, that_cannot_be_started_says_why) {
  const auto started = run_child("/nowhere/runner", {}, 3, 1s);
  EXPECT_EQ(started.error().message,
            "/nowhere/runner cannot be started: No such file or directory");
}

}  // namespace
}  // namespace mailcomb::plugin
