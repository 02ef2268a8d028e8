// SPDX-License-Identifier: Apache-2.0
// How the outcomes of several mailboxes are shown together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/report/report.hpp"
#include "support/error.hpp"

namespace mailcomb::app {

struct MailboxOutcome {
  std::string mailbox;
  ExitCode code = ExitCode::kOk;
  Errors errors;
  std::optional<Report> report;
};

// Without a pipeline its name is empty.
Report mailboxes_report(const std::string& pipeline, const std::vector<MailboxOutcome>& outcomes);

// "error: mailbox 'me': …", for stderr.
std::string error_text(const MailboxOutcome& outcome);

}  // namespace mailcomb::app
