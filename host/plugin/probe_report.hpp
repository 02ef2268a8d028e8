// SPDX-License-Identifier: Apache-2.0
// What mailcomb-plugin-runner tells the host about a plugin: lines of JSON on a descriptor of their
// own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plugin/component.hpp"
#include "plugin/descriptor.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

// The runner writes here, since the plugin may write to stdout.
constexpr int kReportFd = 3;

// How far the runner came, so that its death can be told in words.
enum class ProbeStage { kLoading, kEntry, kReported };

// A plugin without its code in this process.
struct ProbedPlugin {
  std::string name;
  std::string version;
  std::string abi;  // "1.0": what it was built with.
  std::filesystem::path file;
  std::vector<ComponentInfo> components;
};

// The runner's lines, each with its line end.
std::string entry_line();  // {"stage":"entry"}
std::string report_line(const Descriptor& descriptor);
std::string failure_line(std::string_view code, const Error& error);

// What the host makes of them.
struct ProbeReport {
  ProbeStage stage = ProbeStage::kLoading;
  Result<ProbedPlugin> plugin = fail(Fault::kInvalid, "");  // Of kReported only.
};
ProbeReport read_report(std::string_view lines);

}  // namespace mailcomb::plugin
