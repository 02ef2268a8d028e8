// SPDX-License-Identifier: Apache-2.0
// Preparation: from a plan to intents, on the messages as they are now.
#pragma once

#include <vector>

#include "journal/run.hpp"
#include "pipeline/observe.hpp"
#include "plan/plan.hpp"
#include "plugin/mailbox.hpp"

namespace mailcomb::pipeline {

struct Preparation {
  std::vector<journal::Intent> intents;         // In the order of their batches.
  std::vector<journal::MessageResult> dropped;  // Gone or changed since the plan was made.
  sdk::Value creations;                         // What the provider will create.
};

// Looks at every message of the plan; those that drifted are dropped and named. Changes nothing.
Result<Preparation> prepare(plugin::Mailbox& mailbox, const plan::Plan& plan,
                            const plugin::StopAsked& stop = {});

// The pure part: what is reversible comes first, then trash; `batch_max` messages a batch.
Preparation make_intents(const plan::Plan& plan, const Observations& observations,
                         std::int64_t batch_max);

// Numbers the batches of intents that are in their final order.
void number_batches(std::vector<journal::Intent>& intents, std::int64_t batch_max);

// Every different action of the intents, as the provider names them.
std::vector<std::string> actions_of(const std::vector<journal::Intent>& intents);

}  // namespace mailcomb::pipeline
