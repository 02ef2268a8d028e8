// SPDX-License-Identifier: Apache-2.0
// A saved plan, format mailcomb.plan/1: one JSON object a line: header, changes, trailer.
//
// The trailer holds the number of changes and the SHA-256 of every byte before it, which is the
// plan's digest: a plan that was cut or changed is refused.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "plan/plan.hpp"
#include "plan/plan_json.hpp"
#include "support/error.hpp"

namespace mailcomb::plan {

struct SavedPlan {
  Plan plan;
  Binding binding;
  std::string digest;
};

// Hands the lines to `write` in order, each with its line end; answers the plan's digest.
std::string write_plan(const Plan& plan, const Binding& binding,
                       const std::function<void(std::string_view)>& write);

// `origin` is the file's name, for errors.
Result<SavedPlan> read_plan(std::string_view text, const std::string& origin);

}  // namespace mailcomb::plan
