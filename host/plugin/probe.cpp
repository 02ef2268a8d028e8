// SPDX-License-Identifier: Apache-2.0
#include "plugin/probe.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstring>
#include <thread>

#include "plugin/child.hpp"

namespace mailcomb::plugin {
namespace {

using std::chrono::milliseconds;

constexpr const char* kBug = "this is a bug of the plugin; tell its author";

std::string to_text(milliseconds time) {
  const auto count = time.count();
  return count % 1000 == 0 ? std::to_string(count / 1000) + " s" : std::to_string(count) + " ms";
}

std::string place(ProbeStage stage) {
  return stage == ProbeStage::kLoading ? "while it was loaded" : "in its entry function";
}

// Why the runner ended before it reported.
Error cause_of_death(const ChildEnd& end, ProbeStage stage, const Prober& prober) {
  const std::string where = place(stage);
  if (end.is_timed_out)
    return fail(Fault::kInvalid,
                "the plugin came to no end within " + to_text(prober.time_limit) + " " + where,
                kBug)
        .value();
  if (!WIFSIGNALED(end.wait_status))
    return fail(Fault::kInvalid,
                "the plugin ended the process " + where + ", with status " +
                    std::to_string(WEXITSTATUS(end.wait_status)),
                kBug)
        .value();
  const int signal = WTERMSIG(end.wait_status);
  if (signal == SIGBUS && stage == ProbeStage::kLoading)
    return fail(Fault::kInvalid, "the file is truncated (SIGBUS " + where + ")",
                "install the plugin again")
        .value();
  if (signal == SIGABRT) return fail(Fault::kInvalid, "the plugin aborted " + where, kBug).value();
  const char* name = sigabbrev_np(signal);
  return fail(Fault::kInvalid, "the plugin crashed " + where + " (SIG" + (name ? name : "?") + ")",
              kBug)
      .value();
}

Result<ProbedPlugin> run_probe(const std::filesystem::path& file, const Prober& prober) {
  const auto end = run_child(prober.runner, {"probe", file.string()}, kReportFd, prober.time_limit);
  if (!end) return tl::unexpected(end.error());
  ProbeReport report = read_report(end->output);
  if (report.stage != ProbeStage::kReported)
    return tl::unexpected(cause_of_death(*end, report.stage, prober));
  return std::move(report.plugin);
}

}  // namespace

Result<ProbedPlugin> probe(const std::filesystem::path& file, const Prober& prober) {
  auto plugin = run_probe(file, prober);
  if (!plugin) {
    plugin.error().origin = file.string();
    return plugin;
  }
  plugin->file = file;
  for (ComponentInfo& component : plugin->components) component.file = file;
  return plugin;
}

std::vector<Result<ProbedPlugin>> probe_all(const std::vector<std::filesystem::path>& files,
                                            const Prober& prober) {
  std::vector<Result<ProbedPlugin>> answers(files.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) answers[i] = probe(files[i], prober);
  };
  const std::size_t count =
      std::min<std::size_t>(files.size(), std::max(1u, std::thread::hardware_concurrency()));
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < count; ++i) others.emplace_back(work);
  work();
  others.clear();  // Joins.
  return answers;
}

}  // namespace mailcomb::plugin
