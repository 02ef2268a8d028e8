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
  grammar.pipeline(analyze);
  for (auto* sub : {analyze, diff}) {
    grammar.mailbox(sub);
    grammar.store(sub);
    grammar.now(sub);
    grammar.tests(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
