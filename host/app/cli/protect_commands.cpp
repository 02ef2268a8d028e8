// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"
#include "app/commands/commands.hpp"

namespace mailcomb::app {

void add_protect_commands(Grammar& grammar) {
  auto& options = grammar.options.protect;
  auto* protect = grammar.command(grammar.app, "protect",
                                  "Keep mail of these senders from every policy", run_protect);
  protect->add_option("SENDER", options.senders,
                      "An address, or @domain for it and those below it");
  protect->add_flag("--list", options.list, "Show the protected senders");
  auto* unprotect = grammar.command(grammar.app, "unprotect",
                                    "Take senders off the list of protected ones", run_unprotect);
  unprotect->add_option("SENDER", options.senders, "As 'protect --list' shows them")->required();
  for (auto* sub : {protect, unprotect}) {
    grammar.store(sub);
    grammar.output(sub);
  }
}

}  // namespace mailcomb::app
