// SPDX-License-Identifier: Apache-2.0
// EarlierPlan: what an earlier run planned, to see what is new since.
#pragma once

#include <string>

#include "plan/since.hpp"
#include "plugin/store.hpp"

namespace mailcomb::pipeline {

struct EarlierPlan {
  std::string run_id;
  plan::Earlier actions;
};

// `name` as for journal::find_run. A plan tells what it would have done, an apply what it set out to
// do, however it ended. Fails with kUsage if there is no such run, or it is an undo, of another
// mailbox, or of a version that did not write it down.
Result<EarlierPlan> load_earlier_plan(plugin::Store& store, const std::string& name,
                                      const std::string& provider, const std::string& account);

}  // namespace mailcomb::pipeline
