// SPDX-License-Identifier: Apache-2.0
#include "app/report/mailboxes_report.hpp"

#include "app/terminal.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

json errors_json(const Errors& errors) {
  json list = json::array();
  for (const auto& error : errors) {
    json each = {{"message", error.message}, {"hint", error.hint}};
    if (!error.origin.empty()) each["file"] = error.origin;
    if (error.line > 0) each["line"] = error.line;
    list.push_back(std::move(each));
  }
  return list;
}

json outcome_json(const MailboxOutcome& outcome) {
  return {{"mailbox", outcome.mailbox},
          {"exit_code", static_cast<int>(outcome.code)},
          {"errors", errors_json(outcome.errors)},
          {"result", outcome.report ? outcome.report->document : json()}};
}

// "mailbox me" stands above what is said of it.
std::string outcome_text(const MailboxOutcome& outcome) {
  std::string text = "mailbox " + printable(outcome.mailbox);
  if (outcome.code != ExitCode::kOk)
    text += ": exit code " + std::to_string(static_cast<int>(outcome.code));
  if (!outcome.report) return text + "\n";
  return text + "\n" + render(*outcome.report, Format::kTable);
}

}  // namespace

Report mailboxes_report(const std::string& pipeline, const std::vector<MailboxOutcome>& outcomes) {
  Table table({{"mailbox"}, {"exit_code", Align::kRight}, {"error", Align::kLeft, 120}});
  json list = json::array();
  std::string text;
  std::vector<ExitCode> codes;
  for (const auto& outcome : outcomes) {
    codes.push_back(outcome.code);
    list.push_back(outcome_json(outcome));
    table.add({outcome.mailbox, std::to_string(static_cast<int>(outcome.code)),
               outcome.errors.empty() ? "" : outcome.errors.front().message});
    text += (text.empty() ? "" : "\n") + outcome_text(outcome);
  }
  json document = {{"pipeline", pipeline.empty() ? json() : json(pipeline)},
                   {"exit_code", static_cast<int>(gravest(codes))},
                   {"mailboxes", std::move(list)}};
  return {std::move(text), std::move(document), "mailboxes", std::move(table)};
}

std::string error_text(const MailboxOutcome& outcome) {
  std::string text;
  for (const auto& error : outcome.errors) {
    auto named = error;
    named.message = "mailbox " + in_quotes(outcome.mailbox) + ": " + error.message;
    text += "error: " + to_text(named);
  }
  return text;
}

}  // namespace mailcomb::app
