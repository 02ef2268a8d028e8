// SPDX-License-Identifier: Apache-2.0
// Probes plugins: loads them in a child process first, since a wrong file may kill who loads it.
#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "plugin/probe_report.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

struct Prober {
  std::filesystem::path runner;  // mailcomb-plugin-runner.
  std::chrono::milliseconds time_limit{10'000};
};

// `file` is absolute. The error's origin is the file.
Result<ProbedPlugin> probe(const std::filesystem::path& file, const Prober& prober);

// One answer a file, in the same order; several are probed at once.
std::vector<Result<ProbedPlugin>> probe_all(const std::vector<std::filesystem::path>& files,
                                            const Prober& prober);

}  // namespace mailcomb::plugin
