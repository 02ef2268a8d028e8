// SPDX-License-Identifier: Apache-2.0
#include "app/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "app/usage_errors.hpp"
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

template <class Value>
using Words = std::vector<std::pair<std::string, Value>>;

template <class Value>
std::vector<std::string> keys(const Words<Value>& words) {
  std::vector<std::string> keys;
  for (const auto& [word, value] : words) keys.push_back(word);
  return keys;
}

// Builds the commands on one Options.
class Grammar {
 public:
  explicit Grammar(Options& options) : options_(options), app_(kIntroduction, "mailcomb") {
    app_.set_version_flag("--version", kVersion);
    app_.get_formatter()->column_width(34);
    add_commands();
  }

  CLI::App& app() { return app_; }
  std::string now_text;

 private:
  CLI::App* command(CLI::App& parent, const char* name, const char* title, Command command) {
    auto* sub = parent.add_subcommand(name, title);
    sub->callback([this, command] { options_.command = command; });
    return sub;
  }

  // An option that takes one of a few words.
  template <class Value>
  CLI::Option* choice(CLI::App* sub, const char* name, Value& value, const Words<Value>& words) {
    return sub->add_option_function<std::string>(
        name,
        [&value, words, name](const std::string& word) {
          const auto found = std::find_if(words.begin(), words.end(),
                                          [&](const auto& each) { return each.first == word; });
          if (found == words.end()) throw CLI::ValidationError(name, not_among(word, keys(words)));
          value = found->second;
        },
        listed(keys(words)));
  }

  void output(CLI::App* sub) {
    choice<Format>(sub, "--format", options_.format,
                   {{"table", Format::kTable},
                    {"json", Format::kJson},
                    {"ndjson", Format::kNdjson},
                    {"csv", Format::kCsv}})
        ->option_text("FORMAT");
    choice<std::optional<ProgressStyle>>(
        sub, "--progress", options_.progress,
        {{"auto", std::nullopt}, {"plain", ProgressStyle::kPlain}, {"none", ProgressStyle::kNone}})
        ->option_text("HOW");
    sub->add_flag("-v,--verbose", options_.is_verbose, "Say more on stderr");
    sub->add_flag("-q,--quiet", options_.is_quiet, "Say only what went wrong");
    sub->add_option("--plugin-path", options_.plugins, "Look for plugins here first")
        ->option_text("DIR");
  }

  void store(CLI::App* sub) {
    sub->add_option("--store", options_.store, "Where the journal is kept, such as sqlite:PATH")
        ->option_text("TYPE:ARG");
  }

  void mailbox(CLI::App* sub) {
    sub->add_option("--mailbox", options_.mailbox, "The mailbox, such as maildir:~/Mail")
        ->option_text("TYPE:ARG");
  }

  void policy(CLI::App* sub) {
    sub->add_option("--policy", options_.policy, "A policy by its name or file")
        ->option_text("NAME|FILE");
    sub->add_option("--now", now_text, "Judge ages as if it were this time (RFC 3339)")
        ->option_text("TIME");
  }

  void run_name(CLI::App* sub) {
    sub->add_option("RUN", options_.run, "A run's id, its beginning, or 'last'")->required();
  }

  void add_planning() {
    auto* plan = command(app_, "plan", "Show what would happen and why; never changes anything",
                         Command::kPlan);
    plan->add_option("--out", options_.out, "Save the plan, for 'apply --plan'")
        ->option_text("FILE");
    plan->add_flag("--explain", options_.explain, "Show how each rule finds its messages");
    plan->add_flag("--decisions", options_.decisions,
                   "With --format json: every decision, also to change nothing");
    plan->add_flag("--detailed-exitcode", options_.detailed_exitcode,
                   "Exit with 2 if the plan has changes");
    plan->add_flag("--dry-run", options_.dry_run, "Nothing else is possible here");
    auto* apply = command(app_, "apply", "Plan, show, ask and execute; or execute a saved plan",
                          Command::kApply);
    apply->add_option("--plan", options_.plan, "A plan saved by 'plan --out'")->option_text("FILE");
    choice<std::string>(apply, "--accept", options_.accept, {{"limits", "limits"}})
        ->description("Go beyond what the plan's guards allow")
        ->option_text("limits")
        ->needs("--plan");
    apply->add_flag("--yes", options_.yes, "Do not ask");
    apply->add_flag("--dry-run", options_.dry_run, "Only show the plan");
    apply->add_flag("--execute", options_.execute, "Execute; the default of this command");
    for (auto* sub : {plan, apply}) {
      policy(sub);
      mailbox(sub);
      store(sub);
      output(sub);
    }
    auto* explain = command(app_, "explain", "Show what each rule and guard makes of one message",
                            Command::kExplain);
    explain->add_option("MESSAGE", options_.message, "The message's id, or its Message-ID in <>")
        ->required();
    policy(explain);
    mailbox(explain);
    output(explain);
  }

  void add_runs() {
    auto* resume = command(app_, "resume", "Finish a run that was interrupted", Command::kResume);
    run_name(resume);
    auto* undo = command(app_, "undo", "Take a run back", Command::kUndo);
    run_name(undo);
    undo->add_flag("--dry-run", options_.dry_run, "Only show what would be taken back");
    undo->add_flag("--yes", options_.yes, "Do not ask");
    auto* history = app_.add_subcommand("history", "Look at earlier runs");
    auto* list = command(*history, "list", "All runs, the newest first", Command::kHistoryList);
    auto* show = command(*history, "show", "One run, message by message", Command::kHistoryShow);
    run_name(show);
    for (auto* sub : {resume, undo, list, show}) {
      store(sub);
      output(sub);
    }
  }

  void add_authoring() {
    auto* policies = app_.add_subcommand("policy", "Look at policies and check them");
    auto* validate = command(*policies, "validate", "Check policy files; all errors at once",
                             Command::kPolicyValidate);
    validate->add_option("FILE", options_.files, "Policies by name or file")->required();
    mailbox(validate);
    auto* show =
        command(*policies, "show", "Say in words what a policy does", Command::kPolicyShow);
    show->add_option("POLICY", options_.policy, "A policy by its name or file");
    auto* list = command(*policies, "list", "The policies there are", Command::kPolicyList);
    auto* plugins = app_.add_subcommand("plugins", "Look at plugins");
    auto* list_plugins =
        command(*plugins, "list", "The plugins there are, and what is wrong with any",
                Command::kPluginsList);
    for (auto* sub : {validate, show, list, list_plugins}) output(sub);
  }

  void add_commands() {
    add_planning();
    add_runs();
    add_authoring();
  }

  Options& options_;
  CLI::App app_;
};

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
  Grammar grammar(options);
  try {
    grammar.app().parse(argc, argv);
  } catch (const CLI::CallForVersion&) {
    return Parsed{options, std::string(kVersion) + "\n"};
  } catch (const CLI::CallForHelp&) {
    return Parsed{options, grammar.app().help()};
  } catch (const CLI::ExtrasError&) {
    return unexpected_word(grammar.app().remaining(true).front(), place_of(grammar.app()));
  } catch (const CLI::ParseError& error) {
    return fail(Fault::kUsage, error.what(), help_hint(place_of(grammar.app())));
  }
  if (options.command == Command::kNone) return command_needed(place_of(grammar.app()));
  return finish(std::move(options), grammar.now_text);
}

}  // namespace mailcomb::app
