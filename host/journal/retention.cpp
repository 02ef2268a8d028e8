// SPDX-License-Identifier: Apache-2.0
#include "journal/retention.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "journal/history.hpp"
#include "journal/purge.hpp"

namespace mailcomb::journal {
namespace {

constexpr std::string_view kDocument = "retention";

bool is_over(Time ended_at, const std::optional<std::chrono::days>& limit, Time now) {
  return limit && now - ended_at >= *limit;
}

// "400 90"; "-" where nothing expires.
std::string document_of(const Retention& retention) {
  const auto text = [](const std::optional<std::chrono::days>& limit) {
    return limit ? std::to_string(limit->count()) : std::string("-");
  };
  return text(retention.runs) + " " + text(retention.actions);
}

std::optional<std::chrono::days> limit_in(std::string_view word) {
  int days = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), days);
  if (read.ec != std::errc() || days <= 0) return {};
  return std::chrono::days(days);
}

Result<void> remember(plugin::Store& store, const Retention& retention) {
  const auto found = store.get_document(kDocument);
  if (!found) return tl::unexpected(found.error());
  const auto text = document_of(retention);
  if (*found ? (*found)->bytes == text : retention == Retention()) return {};
  // Somebody else who remembers at the same time may be the last.
  const auto written = store.put_document(kDocument, *found ? (*found)->version : 0, text);
  if (!written) return tl::unexpected(written.error());
  return {};
}

}  // namespace

Expired find_expired(const std::vector<RunSummary>& runs, const Retention& retention, Time now) {
  std::set<std::string> needed;
  for (const auto& run : runs)
    if (run.is_pending() && !run.header.undoes.empty()) needed.insert(run.header.undoes);
  Expired expired;
  for (const auto& run : runs) {
    const auto& id = run.header.run_id;
    if (run.is_pending() || needed.contains(id)) continue;
    const auto end = run.ended_at.value_or(run.header.started_at);
    if (is_over(end, retention.runs, now))
      expired.whole.push_back(id);
    else if (is_over(end, retention.actions, now) && !run.trimmed_at &&
             (run.header.kind != RunKind::kPlan || run.tally.planned > 0))
      expired.messages.push_back(id);
  }
  return expired;
}

Result<Expired> retain(plugin::Store& store, const Retention& retention, Time now) {
  if (auto done = remember(store, retention); !done) return tl::unexpected(done.error());
  if (!retention.runs && !retention.actions) return Expired();
  const auto runs = list_runs(store);
  if (!runs) return tl::unexpected(runs.error());
  auto expired = find_expired(*runs, retention, now);
  if (auto done = purge(store, expired, now); !done) return tl::unexpected(done.error());
  return expired;
}

Result<Retention> remembered_retention(plugin::Store& store) {
  const auto found = store.get_document(kDocument);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return Retention();
  const std::string_view text = (*found)->bytes;
  const auto space = std::min(text.find(' '), text.size());
  return Retention{limit_in(text.substr(0, space)),
                   limit_in(text.substr(std::min(space + 1, text.size())))};
}

std::optional<Time> kept_until(Time ended_at, const Retention& retention) {
  if (!retention.runs && !retention.actions) return {};
  const auto days = std::min(retention.runs.value_or(std::chrono::days::max()),
                             retention.actions.value_or(std::chrono::days::max()));
  return ended_at + days;
}

}  // namespace mailcomb::journal
