// SPDX-License-Identifier: Apache-2.0
#include "app/report/store_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/terminal.hpp"
#include "support/duration.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

json days_json(const std::optional<std::chrono::days>& days) {
  return days ? json(days->count()) : json();
}

std::string days_text(const std::optional<std::chrono::days>& days) {
  return days ? to_text(*days) : "for ever";
}

std::map<std::string, std::int64_t> runs_by_key(const StoreStatus& status) {
  std::map<std::string, std::int64_t> runs;
  for (const auto& run : status.runs)
    if (!run.header.key_id.empty()) ++runs[run.header.key_id];
  return runs;
}

std::string key_text(const StoreStatus& status) {
  if (!status.key_problem.empty()) return status.key_problem;
  return status.key_id.empty() ? "none yet, in " + status.key_file
                               : status.key_id + ", in " + status.key_file;
}

std::string time_text(const std::vector<journal::RunSummary>& runs, bool is_newest) {
  if (runs.empty()) return {};
  return to_rfc3339((is_newest ? runs.front() : runs.back()).header.started_at);
}

}  // namespace

Report store_report(const StoreStatus& status) {
  const auto count = static_cast<std::int64_t>(status.runs.size());
  const auto pending = std::count_if(status.runs.begin(), status.runs.end(),
                                     [](const auto& run) { return run.is_pending(); });
  Table table({{"what"}, {"is", Align::kLeft, 200}});
  table.add({"store", status.location});
  table.add({"runs", grouped(count)});
  table.add({"oldest run", time_text(status.runs, false)});
  table.add({"newest run", time_text(status.runs, true)});
  table.add({"waiting for resume", grouped(pending)});
  table.add({"runs are kept", days_text(status.retention.runs)});
  table.add({"messages of runs are kept", days_text(status.retention.actions)});
  table.add({"key", key_text(status)});
  json sealed = json::array();
  for (const auto& [key, runs] : runs_by_key(status)) {
    table.add({"sealed with key " + key, grouped(runs) + " runs"});
    sealed.push_back({{"key_id", key}, {"runs", runs}});
  }
  const auto time = [&](bool is_newest) {
    return status.runs.empty() ? json() : json(time_text(status.runs, is_newest));
  };
  json document = {{"location", status.location},
                   {"runs", count},
                   {"pending", pending},
                   {"oldest", time(false)},
                   {"newest", time(true)},
                   {"retention",
                    {{"runs_days", days_json(status.retention.runs)},
                     {"actions_days", days_json(status.retention.actions)}}},
                   {"key",
                    {{"file", status.key_file},
                     {"id", status.key_id.empty() ? json() : json(status.key_id)},
                     {"problem", status.key_problem.empty() ? json() : json(status.key_problem)}}},
                   {"sealed_with", std::move(sealed)}};
  return {"", std::move(document), "sealed_with", std::move(table)};
}

Report backup_report(const std::string& store, const std::string& file) {
  Table table({Table::key("store"), Table::key("file")});
  table.add({store, file});
  auto text = fmt::format("{} was copied to {}; 'mailcomb store restore' puts it back.\n",
                          printable(store), printable(file));
  json record = {{"store", store}, {"file", file}};
  return {std::move(text), {{"backups", json::array({record})}}, "backups", std::move(table)};
}

Report restore_report(const std::string& file, const std::string& aside) {
  Table table({Table::key("file"), Table::key("aside")});
  table.add({file, aside});
  auto text = fmt::format("The store is as in {}.\n", printable(file));
  if (!aside.empty()) text += fmt::format("What it held before is in {}.\n", printable(aside));
  json record = {{"file", file}, {"aside", aside.empty() ? json() : json(aside)}};
  return {std::move(text), {{"restored", json::array({record})}}, "restored", std::move(table)};
}

}  // namespace mailcomb::app
