// SPDX-License-Identifier: Apache-2.0
#include "app/report/plan_samples.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "app/screen.hpp"
#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

constexpr std::size_t kSamplesPerRule = 3;

std::string date_text(const std::optional<std::int64_t>& received_at_ms) {
  return received_at_ms ? to_rfc3339(from_unix_ms(*received_at_ms)).substr(0, 10) : "undated";
}

// The youngest come first: they are the ones that somebody may still want.
void sort_youngest(std::vector<const plan::Change*>& changes) {
  const auto middle =
      changes.begin() + static_cast<std::ptrdiff_t>(std::min(kSamplesPerRule, changes.size()));
  std::partial_sort(changes.begin(), middle, changes.end(), [](const auto* a, const auto* b) {
    return std::tie(b->received_at_ms, a->id) < std::tie(a->received_at_ms, b->id);
  });
}

struct SampleWidths {
  std::size_t from;
  std::size_t subject;
};

// Beside the date; the subject says more than the sender.
SampleWidths sample_widths(std::size_t columns_max) {
  constexpr std::size_t kBeside = 2 + 10 + 2 + 2;
  constexpr std::size_t kFrom = 32, kSubject = 60, kLeast = 12;
  if (columns_max >= kBeside + kFrom + kSubject) return {kFrom, kSubject};
  const auto room = std::max(columns_max, kBeside + 2 * kLeast) - kBeside;
  const auto from = std::clamp(room * 2 / 5, kLeast, kFrom);
  return {from, std::min(room - from, kSubject)};
}

}  // namespace

bool comes_from(const plan::Change& change, std::size_t rule) {
  return std::any_of(change.actions.begin(), change.actions.end(),
                     [rule](const auto& planned) { return planned.rule == rule; });
}

std::string samples(const PlanView& view, std::size_t rule) {
  std::vector<const plan::Change*> changes;
  for (const auto& change : view.changes())
    if (comes_from(change, rule)) changes.push_back(&change);
  sort_youngest(changes);
  const auto [from, subject] = sample_widths(screen_columns(STDOUT_FILENO));
  std::string text;
  for (std::size_t i = 0; i < changes.size() && i < kSamplesPerRule; ++i)
    text += fmt::format(
        "  {}  {}  {}\n", date_text(changes[i]->received_at_ms),
        padded(fitted(printable(changes[i]->from), from), from),
        fitted(changes[i]->subject.empty() ? "(no subject)" : printable(changes[i]->subject),
               subject));
  if (changes.size() > kSamplesPerRule)
    text += fmt::format("  … and {} older\n",
                        grouped(static_cast<std::int64_t>(changes.size() - kSamplesPerRule)));
  return text;
}

std::string usual_reason(const PlanView& view, std::size_t rule) {
  const auto& plan = view.planning.plan;
  std::map<std::uint32_t, std::int64_t> counts;
  for (const auto& change : view.changes())
    for (const auto& planned : change.actions)
      if (planned.rule == rule) ++counts[planned.reason];
  if (counts.empty()) return {};
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto reason = fitted(printable(plan.reasons[most->first]), 100);
  if (counts.size() == 1) return reason;
  return fmt::format("{} ({} of them; others for other reasons)", reason, grouped(most->second));
}

}  // namespace mailcomb::app
