// SPDX-License-Identifier: Apache-2.0
// Limits: a plan that takes too much of a mailbox is stopped as a whole.
#pragma once

#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "plan/rule.hpp"

namespace mailcomb::plan {

// From so many messages on a percentage means something.
inline constexpr std::int64_t kPercentFromMessages = 100;

// "5%", "100 messages", "5% and 100 messages"
std::string to_text(const Limit& limit);

// Those that the plan's changes exceed; `limited_to` of its totals is what percentages count from.
std::vector<Trip> find_trips(const std::vector<Limit>& limits, const Plan& plan);

// Fills in the plan's shares, and a trip for each limit that it exceeds.
void judge_limits(const std::vector<Limit>& limits, Plan& plan);

}  // namespace mailcomb::plan
