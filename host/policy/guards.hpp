// SPDX-License-Identifier: Apache-2.0
// Guards: what a policy adds to the guards, takes away from them, and which limits it sets.
#pragma once

#include <vector>

#include "filter/expression.hpp"
#include "mail/guard.hpp"
#include "mail/limit.hpp"
#include "support/document.hpp"

namespace mailcomb::policy {

struct Guards {
  struct Never {
    filter::Expression filter;
    Mark mark;
  };
  struct Unguard {
    mail::Guard guard;
    Mark mark;
  };
  struct Limit {
    mail::Limit limit;
    Mark mark;
  };
  struct Raised {
    mail::Action::Kind action;
    Mark mark;
  };
  std::vector<Never> never;      // What any of these is true of is protected.
  std::vector<Unguard> unguard;  // Each guard at most once; never kProtected.
  std::vector<Raised> raised;    // `unguard: [limits.trash]`: may be looser than the base's limit.
  std::vector<Limit> limits;     // Each action at most once.
};

}  // namespace mailcomb::policy
