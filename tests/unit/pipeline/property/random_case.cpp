// SPDX-License-Identifier: Apache-2.0
#include "property/random_case.hpp"

#include <random>

namespace mailcomb::property {
namespace {

using filter::Expression;
using namespace testing;

// Everything that a case is made of; the same seed makes the same case on every machine.
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  RandomCase make() {
    RandomCase made;
    made.derives_category = one_in(3);
    made.has_threads = one_in(2);
    // From a hundred messages on limits count shares.
    const auto messages = one_in(40) ? 95 + below(30) : below(14);
    for (unsigned i = 0; i < messages; ++i) made.mailbox.push_back(mail(i, made.has_threads));
    choose_signs();
    const auto rules = 1 + below(5);
    for (unsigned i = 0; i < rules; ++i) made.rules.push_back(random_rule(i));
    choose_what_acts(made.rules);
    while (one_in(4)) made.never.push_back(filter(2));
    if (one_in(3)) made.backlog = backlog();
    if (one_in(3)) made.unguarded = unguarded(made.backlog.has_value());
    for (const char* action : {"trash", "archive", "mark_read", "star"})
      made.limits.push_back(limit(action));
    return made;
  }

 private:
  unsigned below(unsigned limit) { return random_() % limit; }
  bool one_in(unsigned n) { return below(n) == 0; }
  template <class T>
  T one_of(std::initializer_list<T> all) {
    return all.begin()[below(static_cast<unsigned>(all.size()))];
  }

  Mail mail(unsigned number, bool has_threads) {
    Mail mail;
    mail.id = "m" + std::to_string(number);
    if (has_threads) {
      mail.thread_keys = {"t" + std::to_string(below(8))};
    } else {
      mail.thread_keys = {mail.id};
      if (one_in(3)) mail.thread_keys.insert("m" + std::to_string(below(14)));
    }
    if (!one_in(12)) mail.received_at_ms = days_ago_ms(static_cast<int>(below(9)) * 30 - 10);
    if (one_in(2)) mail.flags.insert("unread");
    for (const char* flag : {"starred", "important", "replied", "draft"})
      if (one_in(14)) mail.flags.insert(flag);
    mail.location =
        one_in(2)
            ? "inbox"
            : one_of<const char*>({"inbox", "archive", "other", "sent", "drafts", "trash", "spam"});
    for (const char* label : {"A", "B"})
      if (one_in(9)) mail.labels.insert(label);
    if (!one_in(10)) mail.subject = one_of<const char*>({"offer", "hello", "offer, hello"});
    mail.is_protected = one_in(14);
    mail.category = one_of<const char*>({"primary", "promotions"});
    return mail;
  }

  Expression leaf() {
    switch (below(9)) {
      case 0:
      case 1: return older_than(static_cast<int>(below(8)) * 30);
      case 8: return newer_than(static_cast<int>(below(8)) * 30);
      case 2: return category_is(one_of<const char*>({"primary", "promotions"}));
      case 3: return is_unread();
      case 4:
        return in_location(one_of<const char*>({"inbox", "archive", "spam", "trash", "sent"}));
      case 5: return with_nature(Nature::kOther, text_test(Op::kEquals, "labels", "A"), "label: A");
      default: return subject_has(one_of<const char*>({"offer", "hello"}));
    }
  }

  Expression filter(int depth) {
    if (depth == 0 || one_in(3)) return leaf();
    if (one_in(5)) return Expression::negate(filter(depth - 1));
    std::vector<Expression> parts;
    for (unsigned i = 0, count = 1 + below(3); i < count; ++i) parts.push_back(filter(depth - 1));
    return one_in(2) ? Expression::all(std::move(parts)) : Expression::any(std::move(parts));
  }

  // A policy that wants a thing and its opposite does not pass validation.
  void choose_signs() {
    signs_ = {one_of<const char*>({"mark_read", "mark_unread"})};
    if (one_in(3)) return;
    signs_.insert(signs_.end(),
                  {one_of<const char*>({"star", "star", "unstar"}),
                   one_of<const char*>({"label:A", "label:A", "unlabel:A"}), "label:B"});
  }

  TestRule random_rule(unsigned number) {
    std::vector<std::string> actions;
    if (!one_in(4)) actions.push_back(one_of<const char*>({"trash", "trash", "archive", "keep"}));
    for (const auto& sign : signs_)
      if (one_in(5)) actions.push_back(sign);
    if (actions.empty()) actions.push_back("archive");
    auto made = rule("r" + std::to_string(number), actions, filter(3));
    made.rule.whole_thread = !one_in(4);
    return made;
  }

  // As --only-rule does.
  void choose_what_acts(std::vector<TestRule>& rules) {
    if (!one_in(5)) return;
    const auto acting = below(static_cast<unsigned>(rules.size()));
    for (std::size_t i = 0; i < rules.size(); ++i) rules[i].rule.acts = i == acting || one_in(3);
  }

  plan::Backlog backlog() {
    return {1 + below(3), one_in(2) ? plan::Order::kOldest : plan::Order::kNewest};
  }

  std::set<std::string> unguarded(bool has_backlog) {
    std::set<std::string> guards;
    for (const char* guard : {"starred", "important", "draft", "sent", "unknown_date",
                              "future_date", "replied", "user_label", "derived_category", "thread"})
      if (one_in(4)) guards.insert(guard);
    if (has_backlog) guards.erase("thread");
    return guards;
  }

  plan::Limit limit(const char* action) {
    plan::Limit limit{mail::parse_action(action)->kind, {}, {}};
    if (!one_in(3)) limit.count = below(3);
    if (!limit.count || one_in(2)) limit.percent = below(30);
    return limit;
  }

  std::mt19937 random_;
  std::vector<std::string> signs_;
};

void describe(const Mail& mail, const RandomCase& random, TestMessage& message) {
  mail::State state{0, *mail::find_location(mail.location), mail.location, {}};
  for (const auto& flag : mail.flags) state.flags |= mail::find_flag(flag);
  state.labels.assign(mail.labels.begin(), mail.labels.end());
  message.state(std::move(state)).category(mail.category);
  message.from(mail.is_protected ? "ann@bank.example" : "ann@shop.example");
  if (mail.category == "promotions") message.header("list-unsubscribe", "<u>");
  mail.received_at_ms ? message.received_ms(*mail.received_at_ms) : message.unknown("received_at");
  mail.subject ? message.subject(*mail.subject) : message.unknown("subject");
  if (random.has_threads) {
    message.thread(*mail.thread_keys.begin());
    return;
  }
  message.header("message-id", "<" + mail.id + ">");
  for (const auto& key : mail.thread_keys) message.header("references", "<" + key + ">");
}

}  // namespace

RandomCase make_case(std::uint32_t seed) { return Generator(seed).make(); }

testing::MessageTable table_of(const RandomCase& random) {
  testing::MessageTable table;
  if (random.derives_category) table.without("category");
  if (!random.has_threads) table.without("thread");
  for (const auto& mail : random.mailbox) describe(mail, random, table.add(mail.id));
  return table;
}

}  // namespace mailcomb::property
