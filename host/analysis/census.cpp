// SPDX-License-Identifier: Apache-2.0
#include "analysis/census.hpp"

#include <algorithm>

#include "analysis/list_id.hpp"
#include "mailcomb/abi/column.h"
#include "support/ascii.hpp"

namespace mailcomb::analysis {
namespace {

using mail::Location;

bool is_kept(Location location) {
  return location == Location::kInbox || location == Location::kArchive ||
         location == Location::kOther;
}

bool has_category(const mailcomb_batch& batch) {
  return mailcomb_batch_find(&batch, sdk::slice("category")) != nullptr;
}

// The largest first; equals by name, so that the order is always the same.
template <class Groups>
std::vector<Group> sorted(const Groups& groups) {
  std::vector<Group> all;
  for (const auto& [name, group] : groups) {
    all.push_back(group);
    all.back().name = name;
  }
  std::sort(all.begin(), all.end(), [](const Group& a, const Group& b) {
    return a.messages != b.messages ? a.messages > b.messages : a.name < b.name;
  });
  return all;
}

std::string first_sender(const sdk::Row& row) {
  const auto from = row.addresses("from");
  return from && !from->empty() ? ascii_lower(from->address(0).address) : std::string();
}

std::string first_list(const sdk::Row& row) {
  const auto fields = row.texts("header:list-id");
  return fields && !fields->empty() ? list_id_of(fields->text(0)) : std::string();
}

}  // namespace

// What counts of one message.
struct Census::Facts {
  Location location = Location::kOther;
  bool has_flags = false;
  bool is_unread = false;
  std::int64_t bytes = 0;
  std::optional<std::int64_t> received_at_ms;
  bool is_30d = false;
  bool is_90d = false;
  bool is_1y = false;
  std::optional<std::string_view> category;
  std::string sender;
  std::string list;
};

Census::Census(Time now) : now_(now) {
  findings_.now = now;
  for (const auto name : mail::kLocationNames) findings_.places.push_back({std::string(name)});
  for (std::size_t band = 0; band < kBandCount; ++band)
    findings_.ages.push_back({std::string(band_name(band))});
}

void Census::add(const mailcomb_batch& batch) {
  findings_.derives_categories = !has_category(batch);
  for (std::uint32_t row = 0; row < batch.row_count; ++row) add(read(filter::Message(&batch, row)));
}

Census::Facts Census::read(const filter::Message& message) const {
  const auto row = message.columns();
  Facts facts;
  facts.location =
      mail::find_location(row.text("location").value_or("")).value_or(Location::kOther);
  const auto flags = row.bits("flags");
  facts.has_flags = flags.has_value();
  facts.is_unread = (flags.value_or(0) & MAILCOMB_FLAG_UNREAD) != 0;
  facts.bytes = row.integer("size_bytes").value_or(0);
  facts.received_at_ms = row.integer("received_at");
  facts.is_30d = is_as_old_as(facts.received_at_ms, 30, now_);
  facts.is_90d = is_as_old_as(facts.received_at_ms, 90, now_);
  facts.is_1y = is_as_old_as(facts.received_at_ms, 365, now_);
  facts.category = message.category();
  facts.sender = first_sender(row);
  facts.list = first_list(row);
  return facts;
}

void Census::count(const Facts& facts, Group& group) {
  ++group.messages;
  if (facts.is_unread) ++group.unread;
  group.bytes += facts.bytes;
  if (facts.location == Location::kInbox && facts.is_30d) ++group.inbox_30d;
  if (facts.location == Location::kInbox && facts.is_90d) ++group.inbox_90d;
  if (facts.received_at_ms)
    group.newest_ms =
        std::max(group.newest_ms.value_or(*facts.received_at_ms), *facts.received_at_ms);
}

void Census::add(const Facts& facts) {
  count(facts, findings_.whole);
  count(facts, findings_.places[static_cast<std::size_t>(facts.location)]);
  if (facts.has_flags) ++with_flags_;
  if (!is_kept(facts.location)) return;
  count(facts, findings_.kept);
  count(facts, findings_.ages[band_of(facts.received_at_ms, now_)]);
  if (facts.category) count(facts, categories_[std::string(*facts.category)]);
  if (!facts.sender.empty()) count(facts, senders_[facts.sender]);
  if (!facts.list.empty()) count(facts, lists_[facts.list]);
  count_health(facts);
}

void Census::count_health(const Facts& facts) {
  ++counts_.kept;
  if (facts.location != Location::kInbox) return;
  ++counts_.inbox;
  if (facts.is_unread) ++counts_.inbox_unread;
  if (facts.is_1y) ++counts_.inbox_old;
  if (facts.is_30d && facts.category && *facts.category != "primary") ++counts_.inbox_bulk;
}

Findings Census::finish() {
  findings_.categories = sorted(categories_);
  findings_.senders = sorted(senders_);
  findings_.lists = sorted(lists_);
  findings_.tells_flags = with_flags_ > 0 || findings_.whole.messages == 0;
  for (const auto& sender : findings_.never_read()) counts_.never_read += sender.messages;
  counts_.tells_flags = findings_.tells_flags;
  findings_.health = judge_health(counts_);
  return std::move(findings_);
}

std::vector<Group> Findings::never_read() const {
  std::vector<Group> found;
  for (const auto& sender : senders)
    if (tells_flags && sender.messages >= kNeverReadFrom && sender.is_never_read())
      found.push_back(sender);
  return found;
}

}  // namespace mailcomb::analysis
