// SPDX-License-Identifier: Apache-2.0
// Runs a program with a time limit and takes what it writes to one descriptor.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "support/error.hpp"

namespace mailcomb::plugin {

struct ChildEnd {
  std::string output;
  int wait_status = 0;  // As of waitpid(2).
  bool is_timed_out = false;
};

// The child's standard streams are /dev/null, and it inherits no descriptor but `output_fd`. It is
// reaped in every case; after `time_limit` it is killed first.
Result<ChildEnd> run_child(const std::filesystem::path& program,
                           const std::vector<std::string>& arguments, int output_fd,
                           std::chrono::milliseconds time_limit);

}  // namespace mailcomb::plugin
