// SPDX-License-Identifier: Apache-2.0
// Planned: what plan and apply have in common, from the command line to a plan.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/commands/commands.hpp"
#include "app/report/plan_report.hpp"
#include "app/workbench.hpp"
#include "journal/recorder.hpp"
#include "journal/run.hpp"
#include "pipeline/planning.hpp"
#include "plan/plan_json.hpp"

namespace mailcomb::app {

struct Planned {
  FoundPolicy policy;
  pipeline::Resolved resolved;
  pipeline::PlanningReport planning;
  plan::Binding binding;
  std::optional<std::string> saved_digest;  // Of a plan that was read from its file.
  // Why the protected senders are not known: then the plan can be looked at, and never executed.
  std::optional<Error> unprotected;
};

// Makes a policy heed the protected senders of the store, or says why it cannot. What protects them
// is bound to the plan by the digest that it answers.
struct Protection {
  std::string digest;
  std::optional<Error> unknown;
};
Protection heed_protected(Workbench& bench, pipeline::RuleProgram& program);

// The same for several programs that are only looked at; says so if the list cannot be read.
void heed_protected(Workbench& bench, std::span<pipeline::RuleProgram* const> programs);

// Scans the mailbox; changes nothing.
Checked<Planned> make_planned(Workbench& bench, OpenMailbox& mailbox);

// Of the plan as it is saved.
std::string digest_of(const Planned& planned);

// The plan, as `--format` has it or as people read it; of the report only that is made.
Report report_of(const Planned& planned, Format format, const PlanShow& show = {});
std::string rendered(const Planned& planned, Format format);

// Records the plan as a run that changed nothing; without a store it is only not remembered.
void remember(Workbench& bench, const OpenMailbox& mailbox, const Planned& planned);

// What plan and explain tell the scan to do while it goes on.
pipeline::PlanningHooks planning_hooks(Workbench& bench);

// The journal's header of a run that starts now.
journal::RunHeader header_for(Workbench& bench, const OpenMailbox& mailbox,
                              const plan::Binding& binding, Time now);

// Notes and warnings of the policy, and what could not be read, on stderr.
void tell_degradation(Workbench& bench, const Planned& planned);

// The policy's text, for the journal.
journal::PolicyText policy_text(const Planned& planned);

}  // namespace mailcomb::app
