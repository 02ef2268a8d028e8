// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/cli/options.hpp"
#include "app/cli/top_level.hpp"
#include "mailcomb/abi/version.h"

namespace mailcomb::app {
namespace {

#define MAILCOMB_TEXT_OF(x) #x
#define MAILCOMB_TEXT(x) MAILCOMB_TEXT_OF(x)
constexpr const char* kVersion =
    "mailcomb " MAILCOMB_TEXT(MAILCOMB_VERSION_MAJOR) "." MAILCOMB_TEXT(
        MAILCOMB_VERSION_MINOR) "." MAILCOMB_TEXT(MAILCOMB_VERSION_PATCH);

constexpr const char* kIntroduction =
    "mailcomb combs through mailboxes by YAML policies: it shows what it would do and why, does "
    "it\n"
    "safely, and can take it back.\n\n"
    "  mailcomb plan --policy moderate --mailbox maildir:~/Mail\n";

// The command line, as far as it names commands, and what could come next.
Place place_of(const CLI::App& app) {
  Place place{"mailcomb", {}, {}};
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    place.command += " " + at->get_name();
  }
  for (const auto* sub : at->get_subcommands([](const CLI::App*) { return true; }))
    place.commands.push_back(sub->get_name());
  for (const auto* option : at->get_options())
    for (const auto& name : option->get_lnames()) place.options.push_back("--" + name);
  return place;
}

Result<Parsed> finish(Options options, const std::string& now_text) {
  if (!now_text.empty()) {
    options.now = parse_rfc3339(now_text);
    if (!options.now)
      return fail(Fault::kUsage, "--now is '" + now_text + "'; it must be a time as of RFC 3339",
                  "such as 2002-12-01T00:00:00Z, or the date alone");
  }
  return Parsed{std::move(options), {}};
}

}  // namespace

Result<Parsed> parse_options(int argc, const char* const* argv) {
  Options options;
  CLI::App app(kIntroduction, "mailcomb");
  app.set_version_flag("--version", kVersion);
  app.get_formatter()->column_width(34);
  Grammar grammar(app, options);
  add_planning_commands(grammar);
  add_run_commands(grammar);
  add_history_commands(grammar);
  add_data_commands(grammar);
  add_metrics_command(grammar);
  add_authoring_commands(grammar);
  add_protect_commands(grammar);
  add_looking_commands(grammar);
  auto arguments = expand_top_level({argv + std::min(argc, 1), argv + argc});
  if (!arguments) return tl::unexpected(arguments.error());
  try {
    std::reverse(arguments->begin(), arguments->end());  // As CLI11 takes them.
    app.parse(*arguments);
  } catch (const CLI::CallForVersion&) {
    return Parsed{options, std::string(kVersion) + "\n"};
  } catch (const CLI::CallForHelp&) {
    return Parsed{options, app.help()};
  } catch (const CLI::ExtrasError&) {
    return unexpected_word(app.remaining(true).front(), place_of(app));
  } catch (const CLI::ParseError& error) {
    return fail(Fault::kUsage, error.what(), help_hint(place_of(app)));
  }
  if (!options.command) return command_needed(place_of(app));
  return finish(std::move(options), grammar.now_text);
}

}  // namespace mailcomb::app
