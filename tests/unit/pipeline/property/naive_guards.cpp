// SPDX-License-Identifier: Apache-2.0
#include "property/naive_guards.hpp"

#include <algorithm>

namespace mailcomb::property {
namespace {

using filter::Expression;
using filter::Nature;
using filter::Predicate;

enum Answer { kNo, kYes, kPerhaps };

bool wants_older(const Predicate& predicate) { return predicate.test == Predicate::Test::kBefore; }

// Only the predicates that random_case.cpp makes.
Answer ask(const Predicate& predicate, const Mail& mail) {
  const auto yes_if = [](bool condition) { return condition ? kYes : kNo; };
  if (predicate.column == "received_at") {
    if (!mail.received_at_ms) return kPerhaps;
    return yes_if((*mail.received_at_ms < predicate.number) == wants_older(predicate));
  }
  if (predicate.column == "subject")
    return mail.subject ? yes_if(mail.subject->find(predicate.text) != std::string::npos)
                        : kPerhaps;
  if (predicate.column == "category") return yes_if(mail.category == predicate.text);
  if (predicate.column == "location") return yes_if(mail.location == predicate.text);
  if (predicate.column == "labels") return yes_if(mail.labels.contains(predicate.text));
  return yes_if(mail.flags.contains("unread"));
}

Answer ask(const Expression& filter, const Mail& mail) {
  if (filter.kind == Expression::Kind::kPredicate) return ask(filter.predicate, mail);
  std::set<Answer> answers;
  for (const auto& part : filter.of) answers.insert(ask(part, mail));
  if (filter.kind == Expression::Kind::kNot) {
    const Answer part = *answers.begin();
    return part == kPerhaps ? kPerhaps : part == kYes ? kNo : kYes;
  }
  const bool is_all = filter.kind == Expression::Kind::kAll;
  if (answers.contains(is_all ? kNo : kYes)) return is_all ? kNo : kYes;
  return answers.contains(kPerhaps) ? kPerhaps : is_all ? kYes : kNo;
}

// What speaks for the message: true predicates that no `not` and no untrue branch stands over.
std::set<Nature> speakers(const Expression& filter, const Mail& mail) {
  if (filter.kind == Expression::Kind::kNot || ask(filter, mail) != kYes) return {};
  if (filter.kind == Expression::Kind::kPredicate) return {filter.predicate.nature};
  std::set<Nature> natures;
  for (const auto& part : filter.of) natures.merge(speakers(part, mail));
  return natures;
}

// The ages that speak for a message of which the filter is `wanted`, as what it had to be older than.
std::set<std::int64_t> ages(const Expression& filter, Answer wanted, const Mail& mail) {
  if (ask(filter, mail) != wanted) return {};
  if (filter.kind == Expression::Kind::kPredicate) {
    const bool is_age = filter.predicate.column == "received_at";
    if (!is_age || wants_older(filter.predicate) != (wanted == kYes)) return {};
    return {filter.predicate.number};
  }
  const bool flips = filter.kind == Expression::Kind::kNot;
  std::set<std::int64_t> all;
  for (const auto& part : filter.of)
    all.merge(ages(part, flips ? (wanted == kYes ? kNo : kYes) : wanted, mail));
  return all;
}

bool names_place(const Expression& filter, const std::string& place, bool is_negated = false) {
  if (filter.kind == Expression::Kind::kPredicate)
    return !is_negated && filter.predicate.column == "location" && filter.predicate.text == place;
  const bool flips = filter.kind == Expression::Kind::kNot;
  return std::any_of(filter.of.begin(), filter.of.end(), [&](const Expression& part) {
    return names_place(part, place, is_negated != flips);
  });
}

bool is_protected(const RandomCase& random, const Mail& mail) {
  return mail.is_protected ||
         std::any_of(random.never.begin(), random.never.end(),
                     [&](const Expression& filter) { return ask(filter, mail) != kNo; });
}

Names own_guards(const RandomCase& random, const Mail& mail) {
  Names guards;
  if (is_protected(random, mail)) guards.insert("protected");
  for (const char* flag : {"starred", "important", "replied"})
    if (mail.flags.contains(flag)) guards.insert(flag);
  if (mail.flags.contains("draft") || mail.location == "drafts") guards.insert("draft");
  if (mail.location == "sent") guards.insert("sent");
  if (!mail.received_at_ms) guards.insert("unknown_date");
  if (mail.received_at_ms > to_unix_ms(testing::kNow)) guards.insert("future_date");
  if (!mail.labels.empty()) guards.insert("user_label");
  for (const auto& guard : random.unguarded) guards.erase(guard);
  return guards;
}

bool is_kept_by_thread(const RandomCase& random, const testing::TestRule& rule, const Mail& mail) {
  const auto bounds = ages(rule.filter, kYes, mail);
  for (const auto& member : conversation(random.mailbox, mail)) {
    for (const auto bound : bounds)
      if (member.received_at_ms && *member.received_at_ms >= bound) return true;
    if (own_guards(random, mail).empty() && !own_guards(random, member).empty()) return true;
  }
  return false;
}

}  // namespace

bool is_true(const filter::Expression& filter, const Mail& mail) {
  return ask(filter, mail) == kYes;
}

Names actions_of(const testing::TestRule& rule) {
  Names names;
  for (const auto& action : rule.rule.actions) names.insert(mail::to_text(action));
  return names;
}

bool is_in_scope(const testing::TestRule& rule, const Mail& mail) {
  if (actions_of(rule).contains("archive") && mail.location != "inbox" &&
      mail.location != "archive")
    return false;
  const Names usual = {"inbox", "archive", "other"};
  return usual.contains(mail.location) || names_place(rule.filter, mail.location);
}

std::vector<Mail> conversation(const std::vector<Mail>& mailbox, const Mail& mail) {
  Names keys = mail.thread_keys;
  for (std::size_t before = 0; before != keys.size();) {
    before = keys.size();
    for (const auto& other : mailbox) {
      const bool is_connected = std::any_of(other.thread_keys.begin(), other.thread_keys.end(),
                                            [&](const auto& key) { return keys.contains(key); });
      if (is_connected) keys.insert(other.thread_keys.begin(), other.thread_keys.end());
    }
  }
  std::vector<Mail> members;
  for (const auto& other : mailbox)
    if (keys.contains(*other.thread_keys.begin())) members.push_back(other);
  return members;
}

Names guards_against(const RandomCase& random, const testing::TestRule& rule, const Mail& mail) {
  const Names actions = actions_of(rule);
  const Names harmless = {"star", "unstar", "keep"};
  if (std::includes(harmless.begin(), harmless.end(), actions.begin(), actions.end())) return {};
  Names guards = own_guards(random, mail);
  if (!actions.contains("trash")) {
    guards.erase("replied");
    guards.erase("user_label");
    return guards;
  }
  const auto natures = speakers(rule.filter, mail);
  if (random.derives_category && natures.contains(Nature::kCategory) &&
      !natures.contains(Nature::kOther))
    guards.insert("derived_category");
  if (rule.rule.whole_thread && is_kept_by_thread(random, rule, mail)) guards.insert("thread");
  for (const auto& guard : random.unguarded) guards.erase(guard);
  return guards;
}

}  // namespace mailcomb::property
