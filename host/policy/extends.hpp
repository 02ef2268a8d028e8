// SPDX-License-Identifier: Apache-2.0
// `extends:`, by which a policy takes over another one and may only be stricter (docs/2-policies.md).
#pragma once

#include "policy/policy.hpp"

namespace mailcomb::policy {

// Where things stand that a policy may contradict its base by.
struct ExtendMarks {
  Mark dry_run;
};

// Joins `policy` with its base: the base's rules come after its own, `never` adds up, limits are the
// stricter ones; what the base takes away from the guards is not taken over. Appends an error for all
// that would loosen the base without saying so.
void extend(Policy& policy, Policy base, const ExtendMarks& marks, Errors& errors);

// Errors for `unguard: [limits.…]` where there is nothing to go beyond, or nothing that does.
void check_raised(const Policy& policy, bool extends, Errors& errors);

}  // namespace mailcomb::policy
