// SPDX-License-Identifier: Apache-2.0
// Grammar: the commands of the program and their options, declared on one Options.
//
// Each group of commands declares itself in a file of its own; what several of them take alike stands
// here.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/options.hpp"
#include "app/cli/usage_errors.hpp"

namespace mailcomb::app {

// The words that an option takes, and what each of them means.
template <class Value>
using Words = std::vector<std::pair<std::string, Value>>;

struct Grammar {
  // Both must outlive it.
  Grammar(CLI::App& app, Options& options) : app(app), options(options) {}

  CLI::App& app;
  Options& options;
  std::string now_text;  // --now, as it was given.

  // A command below `parent`, which calls `function`.
  CLI::App* command(CLI::App& parent, const char* name, const char* title,
                    CommandFunction function);

  // An option that takes one of a few words.
  template <class Value>
  CLI::Option* choice(CLI::App* sub, const char* name, Value& value, const Words<Value>& words) {
    std::vector<std::string> keys;
    for (const auto& [word, meaning] : words) keys.push_back(word);
    return sub->add_option_function<std::string>(
        name,
        [&value, words, keys, name](const std::string& word) {
          const auto found = std::find_if(words.begin(), words.end(),
                                          [&](const auto& each) { return each.first == word; });
          if (found == words.end()) throw CLI::ValidationError(name, not_among(word, keys));
          value = found->second;
        },
        listed(keys));
  }

  // An option that takes a whole number from 1.
  static CLI::Option* count(CLI::App* sub, const char* name, std::optional<std::int64_t>& value);

  // --format, --progress, -v, -q, --plugin-path, --config: every command has them.
  void output(CLI::App* sub);
  void pipeline(CLI::App* sub);  // --pipeline
  void store(CLI::App* sub);     // --store
  void mailbox(CLI::App* sub);   // --mailbox
  void policy(CLI::App* sub);    // --policy, --now
  void now(CLI::App* sub);       // --now
  void run_name(CLI::App* sub);  // RUN
  void tests(CLI::App* sub);     // --skip-tests
  void metrics(CLI::App* sub);   // --metrics-file
};

void add_planning_commands(Grammar& grammar);
void add_run_commands(Grammar& grammar);
void add_history_commands(Grammar& grammar);
void add_data_commands(Grammar& grammar);
void add_metrics_command(Grammar& grammar);
void add_authoring_commands(Grammar& grammar);
void add_protect_commands(Grammar& grammar);
void add_policy_test_commands(Grammar& grammar, CLI::App& policies);  // Below `policy`.
void add_looking_commands(Grammar& grammar);

}  // namespace mailcomb::app
