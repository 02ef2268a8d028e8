// SPDX-License-Identifier: Apache-2.0
// Difference: what tells two policies apart, in words and on the messages of a mailbox.
#pragma once

#include <string>
#include <vector>

#include "pipeline/resolution.hpp"
#include "plan/plan.hpp"

namespace mailcomb::pipeline {

// One property that differs; empty where a policy does not have it.
struct Difference {
  std::string what;  // "rule old-promotions", "rule old-promotions: then", "limit of trash"
  std::string a;
  std::string b;
};

// Titles and comments say nothing about mail and are not compared.
std::vector<Difference> find_differences(const Resolved& a, const Resolved& b);

// A message to which the two do not do the same.
struct MessageDifference {
  const plan::Change* a = nullptr;  // What it does to it, or null; borrowed from the plans.
  const plan::Change* b = nullptr;

  const plan::Change& any() const { return a ? *a : *b; }
};

struct PlanDifference {
  std::vector<MessageDifference> messages;  // In the order of the scan: those of A, then only B's.
  std::int64_t only_a = 0;
  std::int64_t only_b = 0;
  std::int64_t other = 0;  // Both change it, by other actions.
  std::int64_t same = 0;
};

// Both plans must outlive the answer.
PlanDifference compare_plans(const plan::Plan& a, const plan::Plan& b);

}  // namespace mailcomb::pipeline
