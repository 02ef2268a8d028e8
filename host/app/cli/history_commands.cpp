// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {
namespace {

Words<std::string> same_words(std::initializer_list<const char*> words) {
  Words<std::string> same;
  for (const char* word : words) same.emplace_back(word, word);
  return same;
}

void add_selection(Grammar& grammar, CLI::App* sub) {
  auto& options = grammar.options;
  sub->add_option("--since", options.history.since,
                  "Runs of that time: 1d, 12w, or an RFC 3339 time")
      ->option_text("AGE|TIME");
  sub->add_option("--policy", options.policy, "Runs of the policy of this name")
      ->option_text("NAME");
  grammar.mailbox(sub);
}

}  // namespace

void add_history_commands(Grammar& grammar) {
  auto& options = grammar.options;
  auto* history = grammar.app.add_subcommand("history", "Look at earlier runs");
  auto* list = grammar.command(*history, "list", "All runs, the newest first", run_history_list);
  add_selection(grammar, list);
  grammar
      .choice<std::string>(list, "--status", options.history.status,
                           same_words({"failed", "planned", "stopped", "unfinished", "interrupted",
                                       "completed", "partial"}))
      ->description("Runs that ended so; failed: all but planned and completed")
      ->option_text("STATUS");
  list->add_option("--limit", options.history.limit, "At most so many runs")
      ->option_text("N")
      ->check(CLI::PositiveNumber);
  auto* show = grammar.command(*history, "show", "One run, message by message", run_history_show);
  grammar.run_name(show);
  auto* stats = grammar.command(*history, "stats", "What runs changed, counted", run_history_stats);
  add_selection(grammar, stats);
  grammar
      .choice<std::string>(stats, "--by", options.history.by,
                           same_words({"rule", "policy", "day", "mailbox", "action"}))
      ->description("What to count by; the default is policy")
      ->option_text("WHAT");
  auto* verify = grammar.command(
      *history, "verify", "Check that nothing in the journal was changed", run_history_verify);
  verify->add_option("RUN", options.run, "Only this run and the ledger");
  auto* pending =
      grammar.command(*history, "pending", "Runs that 'resume' should finish", run_history_pending);
  for (auto* sub : {list, show, stats, verify, pending}) {
    grammar.pipeline(sub);
    grammar.store(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
