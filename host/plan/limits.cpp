// SPDX-License-Identifier: Apache-2.0
#include "plan/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "support/numbers.hpp"

namespace mailcomb::plan {
namespace {

std::int64_t count_changes(const Plan& plan, mail::Action::Kind kind) {
  return std::count_if(plan.changes.begin(), plan.changes.end(), [kind](const Change& change) {
    return std::any_of(change.actions.begin(), change.actions.end(),
                       [kind](const auto& planned) { return planned.action.kind == kind; });
  });
}

std::string would_be(mail::Action::Kind kind) {
  if (kind == mail::Action::Kind::kTrash) return "would be trashed";
  if (kind == mail::Action::Kind::kArchive) return "would be archived";
  return "would get '" + mail::to_text({kind, {}}) + "'";
}

bool is_exceeded(const Limit& limit, const Share& share, std::int64_t mailbox) {
  const bool by_percent = share.limit_percent && static_cast<double>(share.messages) * 100 >
                                                     *limit.percent * static_cast<double>(mailbox);
  return by_percent || (limit.count && share.messages > *limit.count);
}

Share share_of(const Limit& limit, const Plan& plan) {
  const auto mailbox = plan.totals.limited_to;
  Share share{limit.action, count_changes(plan, limit.action), 0, {}, limit.count};
  if (mailbox >= kPercentFromMessages) share.limit_percent = limit.percent;
  if (mailbox > 0)
    share.percent = 100.0 * static_cast<double>(share.messages) / static_cast<double>(mailbox);
  return share;
}

}  // namespace

std::string to_text(const Limit& limit) {
  if (limit.percent && limit.count)
    return percent_text(*limit.percent) + " and " + grouped(*limit.count) + " messages";
  return limit.percent ? percent_text(*limit.percent) : grouped(*limit.count) + " messages";
}

std::vector<Trip> find_trips(const std::vector<Limit>& limits, const Plan& plan) {
  std::vector<Trip> trips;
  const auto mailbox = plan.totals.limited_to;
  for (const auto& limit : limits) {
    const auto share = share_of(limit, plan);
    if (!is_exceeded(limit, share, mailbox)) continue;
    trips.push_back(
        {"limits." + mail::to_text({limit.action, {}}),
         fmt::format("{} of {} messages ({}) {}; the limit is {}", grouped(share.messages),
                     grouped(mailbox), percent_text(share.percent), would_be(limit.action),
                     to_text(limit))});
  }
  return trips;
}

void judge_limits(const std::vector<Limit>& limits, Plan& plan) {
  for (const auto& limit : limits) plan.shares.push_back(share_of(limit, plan));
  plan.trips = find_trips(limits, plan);
}

}  // namespace mailcomb::plan
