// SPDX-License-Identifier: Apache-2.0
// A random mailbox and a random program, from a seed.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "support/planning.hpp"

namespace mailcomb::property {

// A message in plain values, so that the naive planner shares nothing with the real one.
struct Mail {
  std::string id;
  std::set<std::string> thread_keys;  // Two messages with one in common are of one conversation.
  std::optional<std::int64_t> received_at_ms;
  std::set<std::string> flags;
  std::string location;
  std::set<std::string> labels;
  std::optional<std::string> subject;
  std::string category;
  bool is_protected = false;  // From a sender whom the policy never touches.
};

struct RandomCase {
  std::vector<Mail> mailbox;
  std::vector<testing::TestRule> rules;  // No two of their actions contradict each other.
  std::vector<filter::Expression> never;
  std::set<std::string>
      unguarded;  // Guards; with a backlog not `thread`, which is why it cuts as it does.
  std::vector<plan::Limit> limits;
  std::optional<plan::Backlog> backlog;
  bool derives_category = false;  // The provider has none.
  bool has_threads = false;       // The provider's own, else by Message-ID and References.
};

RandomCase make_case(std::uint32_t seed);

// The mailbox as a provider would give it.
testing::MessageTable table_of(const RandomCase& random);

}  // namespace mailcomb::property
