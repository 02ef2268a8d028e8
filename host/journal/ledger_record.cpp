// SPDX-License-Identifier: Apache-2.0
#include "journal/ledger_record.hpp"

#include "journal/cells.hpp"
#include "journal/link_check.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

void enter(LedgerEntry entry, LedgerRecord& record) {
  auto& run = record.runs[entry.run_id];
  if (entry.event == kRunBegun) run.header_link = entry.run_link;
  if (entry.event == kRunRemoved) run.is_removed = true;
  if (entry.event == kRunEnded || entry.event == kRunUndone)
    run.links[entry.sequence] = entry.run_link;
  if (entry.event == kRunAdopted)
    run.adopted = std::move(entry);
  else if (entry.event == kRunTrimmed)
    run.trimmed = std::move(entry);
}

std::string entry_text(std::int64_t position) {
  return "entry " + std::to_string(position) + " of the ledger";
}

void check_end(std::int64_t next, const LinkCheck& links, const std::optional<Head>& head,
               std::vector<Damage>& damages) {
  if (!head)
    damages.push_back({{}, "the head of the ledger is missing"});
  else if (head->sequence >= next)
    damages.push_back(
        {{}, missing_text("entr", next, head->sequence) + " at the end of the ledger"});
  else if (head->sequence < next - 1)
    damages.push_back({{}, entry_text(next - 1) + " stands behind its end: it was added"});
  else if (!links.ends_with(head->link) || head->first_sequence != 0 || !head->first_link.empty() ||
           head->adopted_to || head->trimmed_at)
    damages.push_back({{}, "the head of the ledger was changed"});
}

}  // namespace

std::string missing_text(std::string_view what, std::int64_t first, std::int64_t last) {
  const bool is_entry = what == "entr";
  const std::string one = std::string(what) + (is_entry ? "y " : " ");
  const std::string many = std::string(what) + (is_entry ? "ies " : "s ");
  if (first == last) return one + std::to_string(first) + " is missing";
  return many + std::to_string(first) + " to " + std::to_string(last) + " are missing";
}

Result<LedgerRecord> read_ledger(plugin::Store& store, const std::optional<Head>& head,
                                 std::vector<Damage>& damages) {
  const auto rows = store.read(kLedger, {});
  if (!rows) return tl::unexpected(rows.error());
  LedgerRecord record;
  LinkCheck links;
  Content content;
  std::int64_t next = 0;
  for (std::uint32_t row = 0; row < rows->row_count(); ++row) {
    auto entry = ledger_entry_at(*rows, row);
    const auto link = bytes_at(rows->abi(), row, ledger::kLink);
    read_content(rows->abi(), row, ledger::kLink, content);
    if (entry.position > next) {
      damages.push_back({{}, missing_text("entr", next, entry.position - 1) + " in the ledger"});
      links.skip_to(link.value_or(""));
    } else if (!links.check(content, link)) {
      damages.push_back({{}, entry_text(entry.position) + " was changed"});
    }
    next = entry.position + 1;
    record.link = link.value_or("");
    ++record.entries;
    enter(std::move(entry), record);
  }
  if (head || next > 0) check_end(next, links, head, damages);
  return record;
}

}  // namespace mailcomb::journal
