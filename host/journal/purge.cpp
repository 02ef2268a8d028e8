// SPDX-License-Identifier: Apache-2.0
#include "journal/purge.hpp"

#include <set>

#include "journal/adoption.hpp"
#include "journal/cells.hpp"
#include "journal/event.hpp"
#include "journal/head.hpp"
#include "journal/ledger.hpp"
#include "journal/payload.hpp"
#include "journal/summary.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

constexpr std::uint64_t kRowsPerRead = 4096;

// The last event before `sequence`, and the link behind it.
struct Cut {
  std::int64_t sequence = -1;
  std::string link;
};

class Purge {
 public:
  Purge(plugin::Store& store, Ledger& ledger, Time now)
      : store_(store), ledger_(ledger), now_(now) {}

  Result<void> remove(const std::string& run) {
    const auto head = read_head(store_, run);
    if (!head) return tl::unexpected(head.error());
    const Head last = *head ? **head : Head();
    if (auto done = store_.remove(kActions, {{run}, {run}, false, 0}); !done) return done;
    if (auto done = store_.remove(kRuns, {{run}, {run}, false, 0}); !done) return done;
    if (auto done = remove_head(store_, run); !done) return done;
    return ledger_.add(kRunRemoved, now_, run, last.sequence, last.link);
  }

  // What is left begins with how the run ended last.
  Result<void> trim(const std::string& run) {
    auto head = read_head(store_, run);
    if (!head) return tl::unexpected(head.error());
    const auto ended = sequence_of_end(run);
    if (!ended) return tl::unexpected(ended.error());
    if (!*head || !*ended || **ended <= (*head)->first_sequence) return {};
    const auto cut = cut_before(run, **head, **ended);
    if (!cut) return tl::unexpected(cut.error());
    auto done = store_.remove(kActions, {{run}, {run, cut->sequence}, false, 0});
    if (!done) return done;
    (*head)->first_sequence = cut->sequence + 1;
    (*head)->first_link = cut->link;
    (*head)->trimmed_at = now_;
    if (done = write_head(store_, run, **head); !done) return done;
    return ledger_.add(kRunTrimmed, now_, run, cut->sequence, cut->link);
  }

 private:
  Result<std::optional<std::int64_t>> sequence_of_end(const std::string& run) {
    using Found = std::optional<std::int64_t>;
    const auto rows = store_.read(kActions, {{run}, {run}, true, kRowsPerRead});
    if (!rows) return tl::unexpected(rows.error());
    for (std::uint32_t row = 0; row < rows->row_count(); ++row)
      if (const auto event = event_of(*rows, row); event.kind == kEnded)
        return Found(event.sequence);
    return Found();
  }

  // Rows of an older mailcomb have no links of their own: theirs are computed.
  Result<Cut> cut_before(const std::string& run, const Head& head, std::int64_t end) {
    Cut cut{head.first_sequence - 1, head.first_link};
    Chain chain(head.first_link);
    Content content;
    while (true) {
      const auto rows =
          store_.read(kActions, {{run, cut.sequence + 1}, {run, end - 1}, false, kRowsPerRead});
      if (!rows) return tl::unexpected(rows.error());
      for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
        cut.sequence = event_of(*rows, row).sequence;
        read_content(rows->abi(), row, actions::kLink, content);
        const auto link = bytes_at(rows->abi(), row, actions::kLink);
        const bool is_adopted = head.adopted_to && cut.sequence <= *head.adopted_to;
        if (is_adopted)
          cut.link = chain.add(content);
        else if (link)
          cut.link = *link;
      }
      if (rows->row_count() < kRowsPerRead) return cut;
    }
  }

  plugin::Store& store_;
  Ledger& ledger_;
  Time now_;
};

// A policy's text may name people; it goes with its last run.
Result<void> remove_policies_without_runs(plugin::Store& store) {
  const auto runs = store.read(kRuns, {});
  if (!runs) return tl::unexpected(runs.error());
  std::set<std::string> used;
  for (std::uint32_t row = 0; row < runs->row_count(); ++row) {
    const auto header = header_of(runs->row(row));
    if (!header) return tl::unexpected(header.error());
    used.insert(header->policy_digest);
  }
  const auto policies = store.read(kPolicies, {});
  if (!policies) return tl::unexpected(policies.error());
  for (std::uint32_t row = 0; row < policies->row_count(); ++row) {
    const std::string digest(policies->row(row).text("digest").value_or(""));
    if (used.contains(digest)) continue;
    auto done = store.remove(kPolicies, {{digest}, {digest}, false, 0});
    if (!done) return done;
  }
  return {};
}

Result<void> purge_all(Purge& purge, const Expired& expired) {
  for (const auto& run : expired.messages)
    if (auto done = purge.trim(run); !done) return done;
  for (const auto& run : expired.whole)
    if (auto done = purge.remove(run); !done) return done;
  return {};
}

}  // namespace

Result<void> purge(plugin::Store& store, const Expired& expired, Time now) {
  if (expired.empty()) return {};
  // The first write keeps others out until the commit; the ledger writes its head anew at the end.
  if (auto done = remove_head(store, std::string(kLedgerHead)); !done) return done;
  auto ledger = Ledger::open(store);
  if (!ledger) return tl::unexpected(ledger.error());
  if (ledger->is_empty())
    if (auto done = adopt_runs(store, *ledger, now, {}); !done) return done;
  Purge purging(store, *ledger, now);
  if (auto done = purge_all(purging, expired); !done) return done;
  if (!expired.whole.empty())
    if (auto done = remove_policies_without_runs(store); !done) return done;
  if (auto done = ledger->finish(); !done) return done;
  return store.commit();
}

}  // namespace mailcomb::journal
