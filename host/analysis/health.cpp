// SPDX-License-Identifier: Apache-2.0
#include "analysis/health.hpp"

#include <algorithm>
#include <cmath>

#include "support/numbers.hpp"

namespace mailcomb::analysis {
namespace {

HealthTerm term(std::string_view name, int weight, int worst_percent, std::int64_t part,
                std::int64_t whole, const std::string& of_what) {
  HealthTerm made{name, weight, worst_percent, 0, 1, {}};
  if (whole > 0) made.percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  made.value = std::max(0.0, 1 - made.percent / worst_percent);
  made.why = grouped(part) + " of " + grouped(whole) + " " + of_what;
  return made;
}

int score_of(const std::vector<HealthTerm>& terms) {
  double points = 0;
  double weights = 0;
  for (const auto& term : terms) {
    if (!term.value) continue;
    points += term.points();
    weights += term.weight;
  }
  return static_cast<int>(std::lround(100 * points / weights));
}

}  // namespace

Health judge_health(const HealthCounts& counts) {
  Health health;
  health.terms = {
      term("read", 30, 50, counts.inbox_unread, counts.inbox, "in the inbox are unread"),
      term("recent", 25, 80, counts.inbox_old, counts.inbox, "in the inbox are 365d old"),
      term("personal", 25, 60, counts.inbox_bulk, counts.inbox, "in the inbox are bulk, 30d old"),
      term("wanted", 20, 40, counts.never_read, counts.kept, "are of senders never read")};
  if (!counts.tells_flags)
    for (const auto unknown : {0, 3}) {
      health.terms[unknown].value.reset();
      health.terms[unknown].why = "the provider does not tell what is unread";
    }
  health.score = score_of(health.terms);
  return health;
}

}  // namespace mailcomb::analysis
