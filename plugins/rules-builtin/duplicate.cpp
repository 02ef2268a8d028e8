// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/duplicate.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "rules-builtin/message_facts.hpp"

namespace mailcomb::rules_builtin {
namespace {

using sdk::Value;

// The first ones are those of Why.
enum Reason : std::uint16_t { kIsAlone = 6, kCannotBeTold, kIsThrownAway, kGoes };

constexpr std::array<const char*, 10> kReasons = {
    "the best of {} copies: it is starred, important, sent or a draft",
    "the best of {} copies: you answered it",
    "the best of {} copies: it has a label, or lies in a folder of your own",
    "the best of {} copies: it was received first",
    "the best of {} copies: the inbox comes first, then folders of your own, then the archive",
    "one of {} copies that are alike",
    "there is no copy of it",
    "too little is known of it to tell its copies",
    "it lies in the trash or spam, where no copy counts",
    "one of {} copies, and not the best"};

std::uint8_t rank_of(const sdk::Row& row) {
  const auto flags = row.bits("flags").value_or(0);
  const auto location = row.text("location").value_or("");
  constexpr auto kMarks = MAILCOMB_FLAG_STARRED | MAILCOMB_FLAG_IMPORTANT | MAILCOMB_FLAG_DRAFT;
  if ((flags & kMarks) != 0 || location == "sent" || location == "drafts") return kMarked;
  if ((flags & MAILCOMB_FLAG_REPLIED) != 0) return kAnswered;
  return row.integer("filter:filed") == 1 ? kFiled : kPlain;
}

std::uint8_t place_of(std::string_view location) {
  constexpr std::array<std::string_view, 3> kOrder = {"inbox", "other", "archive"};
  return static_cast<std::uint8_t>(std::find(kOrder.begin(), kOrder.end(), location) -
                                   kOrder.begin());
}

std::uint32_t size_of(std::int64_t bytes) {
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(bytes, 0, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

void Duplicate::describe(sdk::Component& component) {
  for (const auto* reason : kReasons) component.reason(reason);
}

std::vector<std::string> Duplicate::columns() const {
  std::vector<std::string> columns(std::begin(kContentColumns), std::end(kContentColumns));
  for (const char* column : {"id", "flags", "location"}) columns.emplace_back(column);
  return columns;
}

Value Duplicate::filters() const {
  return Value::map({{"filed", Value::map({{"has", "user-label"}})}});
}

sdk::Verdict Duplicate::observe(const sdk::Row& row) {
  const auto location = row.text("location").value_or("");
  if (location == "trash" || location == "spam") return sdk::keep(kIsThrownAway);
  const auto content = content_of(row);
  const auto size = row.integer("size_bytes");
  if (!content || !size) return sdk::unknown(kCannotBeTold);
  copies_.push_back({hash_(*content),
                     row.integer("received_at").value_or(std::numeric_limits<std::int64_t>::max()),
                     static_cast<std::uint32_t>(row.ordinal()), size_of(*size), tie_of(row),
                     rank_of(row), place_of(location)});
  return sdk::later();
}

void Duplicate::finish(sdk::FinalVerdicts& verdicts) {
  find_copies(copies_, [&](std::span<const Copy> copies) {
    const auto& best = copies.front();
    if (copies.size() == 1) return verdicts.answer(best.ordinal, sdk::keep(kIsAlone));
    const auto count = static_cast<std::int64_t>(copies.size());
    const auto why = static_cast<std::uint16_t>(why_better(best, copies[1]));
    verdicts.answer(best.ordinal, sdk::keep(why, count));
    for (std::size_t i = 1; i < copies.size(); ++i)
      verdicts.answer(copies[i].ordinal, sdk::select(kGoes, count), copies[i - 1].ordinal);
  });
}

}  // namespace mailcomb::rules_builtin
