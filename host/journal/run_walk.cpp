// SPDX-License-Identifier: Apache-2.0
#include "journal/run_walk.hpp"

#include "journal/cells.hpp"
#include "journal/tables.hpp"

namespace mailcomb::journal {
namespace {

std::string event_text(std::int64_t sequence) { return "event " + std::to_string(sequence); }

}  // namespace

RunWalk::RunWalk(std::string run_id, const Head* head, const LedgerRecord::Of& entries,
                 std::vector<Damage>& damages)
    : run_id_(std::move(run_id)), head_(head), entries_(entries), damages_(damages) {
  const auto& trimmed = entries_.trimmed;
  const auto& first = trimmed ? trimmed->run_link : entries_.header_link;
  next_ = trimmed ? trimmed->sequence + 1 : 0;
  links_.skip_to(first);
  adopted_.go_to(first);
  is_in_adopted_ = is_adopted(next_) || (entries_.adopted && next_ == 0);
}

void RunWalk::header(const plugin::Batch& rows, std::uint32_t row) {
  read_content(rows.abi(), row, runs::kLink, content_);
  const auto link = bytes_at(rows.abi(), row, runs::kLink);
  Chain chain;
  const bool has_link = entries_.adopted ? !link : link == entries_.header_link;
  if (chain.add(content_) != entries_.header_link || !has_link)
    find("its row in cleanup_runs was changed");
}

void RunWalk::event(const plugin::Batch& rows, std::uint32_t row) {
  const auto sequence = integer_at(rows.abi(), row, actions::kSequence).value_or(0);
  const auto link = bytes_at(rows.abi(), row, actions::kLink);
  read_content(rows.abi(), row, actions::kLink, content_);
  if (is_in_adopted_ && is_adopted(sequence)) return adopted_event(content_, link);
  leave_adopted();
  chained_event(sequence, content_, link);
}

void RunWalk::adopted_event(const Content& content, std::optional<std::string_view> link) {
  adopted_.add(content);
  if (link) find("an event of an older mailcomb has a link, which none of them has");
}

void RunWalk::leave_adopted() {
  if (!is_in_adopted_) return;
  is_in_adopted_ = false;
  next_ = entries_.adopted->sequence + 1;
  links_.skip_to(entries_.adopted->run_link);
  if (adopted_.link() != entries_.adopted->run_link)
    find("its first " + std::to_string(next_) +
         " events, of an older mailcomb, are not as they were when they were taken into the chain");
}

void RunWalk::chained_event(std::int64_t sequence, const Content& content,
                            std::optional<std::string_view> link) {
  if (sequence < next_) return find(event_text(sequence) + " was removed, and is there again");
  if (head_ && sequence > head_->sequence && link)
    return find(event_text(sequence) + " stands behind the end: it was added");
  const bool is_gap = sequence > next_;
  if (is_gap) find(missing_text("event", next_, sequence - 1));
  next_ = sequence + 1;
  if (is_gap && link)
    links_.skip_to(*link);
  else if (!links_.check(content, link))
    find(event_text(sequence) +
         (link ? " was changed" : " has no link: an older mailcomb or somebody else wrote it"));
  const auto entered = entries_.links.find(sequence);
  if (entered != entries_.links.end() && !links_.ends_with(entered->second))
    find(event_text(sequence) + " is not the one that the ledger knows");
}

void RunWalk::end() {
  leave_adopted();
  if (!head_) return find("its head is missing");
  if (head_->sequence >= next_)
    find(missing_text("event", next_, head_->sequence) + " at the end");
  else
    check_head();
}

void RunWalk::check_head() {
  const auto& trimmed = entries_.trimmed;
  const auto& first_link = trimmed ? trimmed->run_link : entries_.header_link;
  const auto trimmed_at = trimmed ? std::optional(trimmed->at) : std::nullopt;
  const auto adopted_to =
      entries_.adopted ? std::optional(entries_.adopted->sequence) : std::nullopt;
  if (head_->first_sequence != (trimmed ? trimmed->sequence + 1 : 0) ||
      head_->first_link != first_link || !links_.ends_with(head_->link) ||
      head_->trimmed_at != trimmed_at || head_->adopted_to != adopted_to)
    find("its head was changed");
}

}  // namespace mailcomb::journal
