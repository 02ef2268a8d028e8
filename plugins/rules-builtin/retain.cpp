// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/retain.hpp"

#include <array>

#include "rules-builtin/message_facts.hpp"
#include "rules-builtin/subject.hpp"

namespace mailcomb::rules_builtin {
namespace {

using sdk::Value;

// In the order of Per: as policies write it, the group in words, and what a message without it lacks.
struct Grouping {
  std::string_view name;
  std::string_view words;
  std::string_view without;
};
constexpr std::array<Grouping, 4> kGroupings = {
    {{"sender", "from its sender", "it has no sender to go by"},
     {"list", "of its list", "it has no List-Id to go by"},
     {"thread", "of its conversation", "it has no conversation to go by"},
     {"subject", "with its subject", "it has no subject to go by"}}};

// For each grouping in turn.
enum Reason : std::uint16_t {
  kIsLast,
  kIsCopy,
  kIsRecent,
  kGoesByNumber,
  kGoesByAge,
  kGoesByBoth,
  kHasNoKey,
  kIsUndated,
  kIsAhead,
  kReasons,
};

std::array<std::string, kReasons> reasons_of(const Grouping& grouping) {
  const std::string words(grouping.words);
  return {"{high:th} newest of {low} " + words,
          "a copy of one of the newest {} " + words,
          "young enough to stay, {high:th} newest of {low} " + words,
          "not among the newest {} " + words,
          "older than what is kept " + words,
          "not among the newest {} " + words + ", and older than what is kept",
          std::string(grouping.without),
          "its date is not known",
          "its date lies ahead"};
}

std::size_t grouping_named(const std::string& name) {
  for (std::size_t i = 0; i < kGroupings.size(); ++i)
    if (kGroupings[i].name == name) return i;
  throw sdk::Failure(MAILCOMB_INVALID, "bad-per", "'per' is '" + name + "'",
                     "it is sender, list, thread or subject", "/per");
}

}  // namespace

void Retain::describe(sdk::Component& component) {
  component
      .property("per",
                R"({"enum":["sender","list","thread","subject"],"title":"what groups messages"})",
                true)
      .property("last", R"({"type":"integer","title":"so many of the newest stay","minimum":1,)"
                        R"("maximum":1000000})")
      .property("within", R"({"type":"string","title":"younger ones than this stay, such as 30d",)"
                          R"("pattern":"^[1-9][0-9]*(d|w|mo|y)$"})")
      .argument("per");
  for (const auto& grouping : kGroupings)
    for (const auto& reason : reasons_of(grouping)) component.reason(reason);
}

Retain::Retain(const sdk::Config& with)
    : per_(static_cast<Per>(grouping_named(with["per"].text()))),
      within_(with["within"].text()),
      policy_{static_cast<std::uint32_t>(with["last"].integer()), !within_.empty()} {
  if (policy_.last == 0 && within_.empty())
    throw sdk::Failure(
        MAILCOMB_INVALID, "nothing-kept", "'retain' would keep nothing",
        "say how many stay with 'last: 3', for how long with 'within: 30d', or both");
}

std::vector<std::string> Retain::columns() const {
  std::vector<std::string> columns(std::begin(kContentColumns), std::end(kContentColumns));
  columns.emplace_back("id");
  if (per_ == Per::kList) columns.emplace_back("header:list-id");
  return columns;
}

Value Retain::filters() const {
  if (within_.empty()) return Value::map();
  return Value::map({{"recent", Value::map({{"newer_than", within_}})}});
}

std::uint16_t Retain::reason(std::uint16_t reason) const {
  return static_cast<std::uint16_t>(static_cast<std::uint16_t>(per_) * kReasons + reason);
}

// Empty if the message lacks it. Conversations are asked for at the end.
std::string Retain::group_of(const sdk::Row& row) const {
  switch (per_) {
    case Per::kSender: return sender_of(row);
    case Per::kList: return list_of(row);
    case Per::kSubject: return plain_subject(row.text("subject").value_or(""));
    case Per::kThread: break;
  }
  return is_readable(row) ? "conversation" : "";
}

sdk::Verdict Retain::observe(const sdk::Row& row) {
  const auto received_at = row.integer("received_at");
  const auto group = group_of(row);
  if (group.empty()) return sdk::unknown(reason(kHasNoKey));
  if (!received_at) return sdk::unknown(reason(kIsUndated));
  const auto content = content_of(row);
  const auto ordinal = static_cast<std::uint32_t>(row.ordinal());
  // Without anything to compare a message is a copy of nothing but itself.
  messages_.push_back({hash_(group), hash_(content ? *content : std::to_string(ordinal)),
                       *received_at, ordinal, tie_of(row) >> 1, row.integer("filter:recent") == 1});
  return sdk::later();
}

void Retain::tell(const Retention& retention, sdk::FinalVerdicts& verdicts) const {
  const auto place = sdk::both(retention.place, retention.group_size);
  const auto goes = within_.empty() ? kGoesByNumber : policy_.last == 0 ? kGoesByAge : kGoesByBoth;
  switch (retention.fate) {
    case Fate::kLast: return verdicts.answer(retention.ordinal, sdk::keep(reason(kIsLast), place));
    case Fate::kCopy:
      return verdicts.answer(retention.ordinal, sdk::keep(reason(kIsCopy), policy_.last));
    case Fate::kRecent:
      return verdicts.answer(retention.ordinal, sdk::keep(reason(kIsRecent), place));
    case Fate::kGoes:
      return verdicts.answer(retention.ordinal, sdk::select(reason(goes), policy_.last));
  }
}

// Who writes a date of the future into a message must not take the place of what really is the newest.
void Retain::leave_out_the_future(sdk::FinalVerdicts& verdicts) {
  std::erase_if(messages_, [&](const Retained& message) {
    if (message.received_at_ms <= verdicts.now_ms()) return false;
    verdicts.answer(message.ordinal, sdk::unknown(reason(kIsAhead)));
    return true;
  });
}

void Retain::finish(sdk::FinalVerdicts& verdicts) {
  leave_out_the_future(verdicts);
  if (per_ == Per::kThread)
    for (auto& message : messages_) message.group = verdicts.conversation(message.ordinal);
  retain(messages_, policy_, [&](const Retention& retention) { tell(retention, verdicts); });
}

}  // namespace mailcomb::rules_builtin
