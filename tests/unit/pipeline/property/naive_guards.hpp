// SPDX-License-Identifier: Apache-2.0
// Filters, scopes, conversations and guards a second time, as simply as they can be said.
#pragma once

#include "property/naive_plan.hpp"

namespace mailcomb::property {

// Whether the filter is true of the message; what is unknown is not.
bool is_true(const filter::Expression& filter, const Mail& mail);

Names actions_of(const testing::TestRule& rule);

bool is_in_scope(const testing::TestRule& rule, const Mail& mail);

// Everybody who is connected with the message, itself included.
std::vector<Mail> conversation(const std::vector<Mail>& mailbox, const Mail& mail);

// The guards that stop the rule.
Names guards_against(const RandomCase& random, const testing::TestRule& rule, const Mail& mail);

}  // namespace mailcomb::property
