// SPDX-License-Identifier: Apache-2.0
#include "app/commands/answer.hpp"

namespace mailcomb::app {

Format answer_format(const Workbench& bench) {
  const auto& options = bench.options();
  const bool is_within = bench.settings().pipeline && options.mailbox.empty();
  return is_within && options.format == Format::kNdjson ? Format::kJson : options.format;
}

ExitCode print_answer(Workbench& bench, const Answer& answer) {
  if (answer.report) bench.terminal().print(render(*answer.report, bench.options().format));
  return answer.code;
}

}  // namespace mailcomb::app
