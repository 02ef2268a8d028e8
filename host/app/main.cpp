// SPDX-License-Identifier: Apache-2.0
// The program: from arguments to a command, and from its answer to an exit code.
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>

#include "app/commands/commands.hpp"
#include "app/settings/known_variables.hpp"
#include "app/signals.hpp"

namespace mailcomb::app {
namespace {

// A reader who went away (`mailcomb plan | head`) is no failure of ours.
ExitCode report(Terminal& terminal, const CommandResult& result) {
  if (result) return *result;
  for (const auto& error : result.error()) terminal.warn("error: " + to_text(error));
  return exit_code_of(result.error().front().fault);
}

// What is not as somebody may think, and at -v where settings come from.
void tell_settings(Terminal& terminal, const Environment& environment, const Settings& settings) {
  if (!environment.dotenv_refusal.empty())
    terminal.warn("note: .env is not read: " + environment.dotenv_refusal);
  const auto tell_names = [&](const std::string& what, const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    if (!names.empty()) terminal.detail(what + ": " + text);
  };
  tell_names("from .env", find_from_dotenv(environment.variables));
  tell_names("set, but of no use in this version", find_unheeded(environment.variables));
  if (!settings.composition) return;
  terminal.detail("configuration: " + printable(settings.composition->file.string()));
  for (const auto& note : settings.composition->notes) terminal.note("note: " + to_text(note));
}

ProgressStyle progress_style(const Options& options) {
  if (options.progress) return *options.progress;
  return isatty(STDERR_FILENO) != 0 ? ProgressStyle::kLive : ProgressStyle::kPlain;
}

ExitCode main(int argc, const char* const* argv) {
  auto parsed = parse_options(argc, argv);
  const Options options = parsed ? parsed->options : Options();
  Terminal terminal(options.is_quiet, options.is_verbose, progress_style(options));
  if (!parsed) return report(terminal, tl::unexpected(Errors{parsed.error()}));
  if (parsed->text) {
    terminal.print(*parsed->text);
    return ExitCode::kOk;
  }
  auto environment = read_environment();
  if (!environment) return report(terminal, tl::unexpected(std::move(environment.error())));
  auto settings = resolve_settings(options, *environment);
  if (!settings) return report(terminal, tl::unexpected(std::move(settings.error())));
  terminal.set_volume(settings->volume == Volume::kQuiet, settings->volume == Volume::kVerbose);
  tell_settings(terminal, *environment, *settings);
  Workbench bench(options, std::move(*environment), std::move(*settings), terminal);
  return report(terminal, options.command(bench));
}

}  // namespace
}  // namespace mailcomb::app

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "C.UTF-8");  // For the width of characters only.
  std::signal(SIGPIPE, SIG_IGN);
  mailcomb::app::listen_to_signals();
  try {
    return static_cast<int>(mailcomb::app::main(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: internal: %s\n  hint: this is a bug of mailcomb\n", error.what());
    return static_cast<int>(mailcomb::app::ExitCode::kInternal);
  }
}
