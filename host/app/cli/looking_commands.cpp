// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

// `policy` has been declared with the commands for authors.
void add_looking_commands(Grammar& grammar) {
  auto& looking = grammar.options.looking;
  auto* analyze =
      grammar.command(grammar.app, "analyze",
                      "Show what a mailbox holds, and what each policy would do", run_analyze);
  Grammar::count(analyze, "--top", looking.top)
      ->description("So many senders and lists (10)")
      ->option_text("N");
  auto* policies = grammar.app.get_subcommand("policy");
  auto* diff =
      grammar.command(*policies, "diff", "Say what tells two policies apart", run_policy_diff);
  diff->add_option("A", looking.policy_a, "A policy by its name or file")->required();
  diff->add_option("B", looking.policy_b, "Another one")->required();
  auto* suggest = grammar.command(*policies, "suggest", "Write a policy that fits a mailbox",
                                  run_policy_suggest);
  suggest
      ->add_option("--out", grammar.options.out, "Write it to this file, which must not be there")
      ->option_text("FILE");
  for (auto* sub : {analyze, suggest}) grammar.pipeline(sub);
  for (auto* sub : {analyze, diff}) grammar.tests(sub);
  for (auto* sub : {analyze, diff, suggest}) {
    grammar.mailbox(sub);
    grammar.store(sub);
    grammar.now(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
