// SPDX-License-Identifier: Apache-2.0
// Whether a command may change mail: the table of the command line's contract, as one function.
#pragma once

#include <optional>

#include "support/error.hpp"

namespace mailcomb::pipeline {

enum class Effect { kDry, kReal };

struct Asked {
  bool dry_run = false;                    // --dry-run
  bool execute = false;                    // --execute
  bool is_apply = false;                   // The command is `apply`.
  std::optional<bool> policy_dry_run;      // `dry_run:` of the policy.
  std::optional<bool> pipeline_dry_run;    // `dry_run:` of the pipeline.
  std::optional<bool> dry_run_by_default;  // DRY_RUN_BY_DEFAULT, if it is said.
  std::optional<bool> pipeline_execute;    // `execute:` of the pipeline.
};

// A dry run asked for anywhere wins, then a flag or `apply`, then the environment, then the pipeline;
// else it is dry. --dry-run with --execute is a usage error.
Result<Effect> dry_or_real(const Asked& asked);

}  // namespace mailcomb::pipeline
