// SPDX-License-Identifier: Apache-2.0
// What plans read from a row: the state of a message, and what describes it to people.
#pragma once

#include <string_view>
#include <vector>

#include "mailcomb/batch.hpp"
#include "plan/plan.hpp"

namespace mailcomb::plan {

// The columns of a state; `labels` only where the provider has it.
inline constexpr std::array<std::string_view, 4> kStateColumns = {"flags", "location", "folder",
                                                                  "labels"};

mail::State observe_state(const sdk::Row& row);

// A label of the user's own; where the provider has no labels, a folder of the user's own.
bool has_user_label(const mailcomb_batch& batch, const mail::State& state);

// Trash and spam: what lies there is on its way out.
bool is_discarded(mail::Location location);

// Fills in id, thread, subject, sender, date and size as far as they were read.
void describe_message(const sdk::Row& row, Change& change);

}  // namespace mailcomb::plan
