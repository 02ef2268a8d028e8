// SPDX-License-Identifier: Apache-2.0
#include "app/report/scheduled_report.hpp"

#include "app/report/plan_footer.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

// Without the messages: they are in the journal.
json plan_json(const Planned& planned) {
  json document = plan::header_json(planned.planning.plan, planned.binding);
  document["degraded"] = planned.planning.is_degraded();
  document["digest"] = digest_of(planned);
  return document;
}

std::string plan_text(const ScheduledRun& scheduled) {
  const auto& plan = scheduled.plan->planning.plan;
  std::string text = plan_footer(plan) + "\n";
  if (scheduled.effect == pipeline::Effect::kDry)
    for (const auto& trip : plan.trips) text += "STOP: " + trip.detail + "\n";
  return text;
}

}  // namespace

Report scheduled_report(const ScheduledRun& scheduled) {
  std::string text;
  json resumed = json::array();
  for (const auto& run : scheduled.resumed) {
    text += run.text;
    resumed.push_back(run.document);
  }
  if (scheduled.plan) text += plan_text(scheduled);
  if (scheduled.run) text += scheduled.run->text;
  json document = {{"effect", scheduled.effect == pipeline::Effect::kDry ? "dry" : "real"},
                   {"resumed", std::move(resumed)},
                   {"plan", scheduled.plan ? plan_json(*scheduled.plan) : json()},
                   {"run", scheduled.run ? scheduled.run->document : json()}};
  return {std::move(text), std::move(document), "resumed", Table({})};
}

}  // namespace mailcomb::app
