// SPDX-License-Identifier: Apache-2.0
// Backlog: a run changes at most so many messages; the rest waits for later runs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mailcomb::plan {

struct Change;
struct Plan;
struct Program;
struct Rule;

// Which messages come first.
enum class Order : std::uint8_t { kOldest, kNewest };

std::string_view to_text(Order order);

struct Backlog {
  std::int64_t per_run = 0;  // From 1.
  Order order = Order::kOldest;
};

// By change: whether it waits. By received date, those without one last; equals by id. What a
// conversation loses to the trash goes together: it waits whole where it does not fit any more, and
// is begun only if it comes first and is larger than a whole run.
std::vector<bool> find_deferred(const Backlog& backlog, std::span<const Rule> rules,
                                std::span<const Change> changes);

// Takes what waits for the program's backlog out of the plan's changes and tallies.
// `is_matched_besides`, by change: whether a rule matched the message without changing it.
void put_off(const Program& program, const std::vector<bool>& is_matched_besides, Plan& plan);

}  // namespace mailcomb::plan
