// SPDX-License-Identifier: Apache-2.0
#include "runner/probe_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "plugin/elf.hpp"
#include "plugin/library.hpp"
#include "plugin/probe_report.hpp"

namespace mailcomb::runner {
namespace {

void write_report(std::string_view line) {
  while (!line.empty()) {
    const ssize_t size = write(plugin::kReportFd, line.data(), line.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    line.remove_prefix(static_cast<std::size_t>(size));
  }
}

// The last line of the report.
std::string probe(const std::filesystem::path& file, const plugin::HostServices& services) {
  using plugin::failure_line;
  if (const auto elf = plugin::check_elf(file); !elf) return failure_line("bad-file", elf.error());
  const auto library = plugin::Library::load(file);
  if (!library) return failure_line("cannot-load", library.error());
  const auto entry = library->find_entry();
  if (!entry) return failure_line("no-entry", entry.error());
  write_report(plugin::entry_line());
  const auto answer = plugin::call_entry(*entry, services);
  if (!answer) return failure_line("entry-failed", answer.error());
  const auto descriptor = plugin::read_descriptor(*answer);
  if (!descriptor) return failure_line("bad-descriptor", descriptor.error());
  return plugin::report_line(*descriptor);
}

}  // namespace

void probe_file(const std::filesystem::path& file) {
  fcntl(plugin::kReportFd, F_SETFD, FD_CLOEXEC);  // Not for what the plugin starts.
  const plugin::HostServices services({});
  write_report(probe(std::filesystem::absolute(file), services));
}

}  // namespace mailcomb::runner
