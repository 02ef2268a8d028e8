// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

void add_authoring_commands(Grammar& grammar) {
  auto& options = grammar.options;
  auto* policies = grammar.app.add_subcommand("policy", "Look at policies and check them");
  auto* validate = grammar.command(*policies, "validate", "Check policy files; all errors at once",
                                   run_policy_validate);
  validate->add_option("FILE", options.files, "Policies by name or file")->required();
  grammar.mailbox(validate);
  auto* show =
      grammar.command(*policies, "show", "Say in words what a policy does", run_policy_show);
  show->add_option("POLICY", options.policy, "A policy by its name or file");
  auto* list = grammar.command(*policies, "list", "The policies there are", run_policy_list);
  add_policy_test_commands(grammar, *policies);
  auto* init = grammar.command(grammar.app, "init",
                               "Write an annotated mailcomb.yaml; never overwrites", run_init);
  init->add_option("FILE", options.files, "Where to; the default is mailcomb.yaml here")
      ->expected(0, 1);
  grammar.output(init);
  auto* configuration = grammar.app.add_subcommand("config", "Look at the configuration");
  auto* check = grammar.command(*configuration, "check",
                                "Check all of mailcomb.yaml, its plugins' keys and policies too",
                                run_config_check);
  auto* schema = grammar.command(
      *configuration, "schema", "The JSON Schema of mailcomb.yaml, for editors", run_config_schema);
  for (auto* sub : {check, schema}) grammar.output(sub);
  auto* plugins = grammar.app.add_subcommand("plugins", "Look at plugins");
  auto* list_plugins = grammar.command(
      *plugins, "list", "The plugins there are, and what is wrong with any", run_plugins_list);
  for (auto* sub : {validate, show, list, list_plugins}) grammar.output(sub);
}

}  // namespace mailcomb::app
