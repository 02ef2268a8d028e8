// SPDX-License-Identifier: Apache-2.0
// Loads one plugin and reports what it is (plugin/probe_report.hpp).
#pragma once

#include <filesystem>

namespace mailcomb::runner {

// Writes lines to kReportFd. May never come back: that is why there is a process for it.
void probe_file(const std::filesystem::path& file);

}  // namespace mailcomb::runner
