// SPDX-License-Identifier: Apache-2.0
#include "plan/observation.hpp"

#include <algorithm>

#include "mailcomb/text.hpp"

namespace mailcomb::plan {

mail::State observe_state(const sdk::Row& row) {
  mail::State state;
  state.flags = row.bits("flags").value_or(0);
  state.location =
      mail::find_location(row.text("location").value_or("")).value_or(mail::Location::kOther);
  state.folder = row.text("folder").value_or("");
  if (const auto labels = row.texts("labels")) {
    for (std::uint32_t i = 0; i < labels->size(); ++i) state.labels.emplace_back(labels->text(i));
    std::sort(state.labels.begin(), state.labels.end());
  }
  return state;
}

bool has_user_label(const mailcomb_batch& batch, const mail::State& state) {
  if (mailcomb_batch_find(&batch, sdk::slice("labels"))) return !state.labels.empty();
  return state.location == mail::Location::kOther;
}

bool is_discarded(mail::Location location) {
  return location == mail::Location::kTrash || location == mail::Location::kSpam;
}

void describe_message(const sdk::Row& row, Change& change) {
  change.id = row.text("id").value_or("");
  change.thread = row.text("thread").value_or("");
  change.subject = row.text("subject").value_or("");
  change.received_at_ms = row.integer("received_at");
  change.size_bytes = row.integer("size_bytes");
  if (const auto from = row.addresses("from"); from && !from->empty())
    change.from = from->address(0).address;
}

}  // namespace mailcomb::plan
