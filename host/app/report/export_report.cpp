// SPDX-License-Identifier: Apache-2.0
#include "app/report/export_report.hpp"

#include "journal/value_json.hpp"
#include "mail/state_json.hpp"

namespace mailcomb::app {

using json = nlohmann::ordered_json;

namespace {

json foreseen_json(const journal::Run& run) {
  json foreseen = json::array();
  for (const auto& each : run.foreseen) {
    json actions = json::array();
    for (const auto& action : each.actions) actions.push_back(mail::to_text(action));
    foreseen.push_back({{"message_id", each.message_id}, {"actions", std::move(actions)}});
  }
  return foreseen;
}

}  // namespace

json run_record(const journal::Run& run, const journal::Retention& retention,
                const Unsealing& unsealing) {
  json record = {{"record", "run"}};
  record.update(history_entry(run, retention, unsealing).document);
  record["mailbox"]["config"] = journal::to_json(run.summary.header.mailbox);
  record["creations"] = journal::to_json(run.creations);
  if (run.summary.header.kind == journal::RunKind::kPlan) record["foreseen"] = foreseen_json(run);
  auto& messages = record["messages"];
  for (std::size_t i = 0; i < run.intents.size(); ++i) {
    const auto& intent = run.intents[i];
    messages[i]["batch"] = intent.batch;
    messages[i]["expected"] = mail::to_json(intent.expected);
    messages[i]["restore"] = journal::to_json(intent.restore);
    if (const auto result = run.results.find(intent.message_id); result != run.results.end())
      messages[i]["detail"] = result->second.detail;
  }
  return record;
}

json policy_record(const sdk::Row& row) {
  return {{"record", "policy"},
          {"digest", row.text("digest").value_or("")},
          {"name", row.text("name").value_or("")},
          {"saved_at", to_rfc3339(from_unix_ms(row.integer("saved_at").value_or(0)))},
          {"text", row.text("text").value_or("")}};
}

}  // namespace mailcomb::app
