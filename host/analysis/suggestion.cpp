// SPDX-License-Identifier: Apache-2.0
#include "analysis/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "filter/language.hpp"
#include "support/numbers.hpp"

namespace mailcomb::analysis {
namespace {

// A rule has to be worth reading.
constexpr std::size_t kValuesMax = 25;
constexpr std::int64_t kOldInInboxMin = 5;
constexpr std::int64_t kListMessagesMin = 10;
constexpr std::int64_t kUnreadPercentMin = 80;
constexpr std::int64_t kCategoryInInboxMin = 10;

bool is_accepted(const std::string& key, const std::string& text, Time now) {
  Node value;
  value.kind = Node::Kind::kText;
  value.text = text;
  value.quoted = true;
  Node filter;
  filter.kind = Node::Kind::kMap;
  filter.members.push_back({key, {}, std::move(value)});
  Errors errors;
  filter::parse(filter, now, errors);
  return errors.empty();
}

bool is_mostly_unread(const Group& group) {
  return group.messages >= kListMessagesMin &&
         group.unread * 100 >= group.messages * kUnreadPercentMin;
}

std::string numbers_of(const Group& group) {
  const auto unread = group.is_never_read() ? "none read" : grouped(group.unread) + " unread";
  return fmt::format("{} messages, {}", grouped(group.messages), unread);
}

// The groups of a rule, and what they come to.
struct Chosen {
  std::vector<SuggestedRule::Value> values;
  Group sum;

  void add(const Group& group) {
    values.push_back({group.name, numbers_of(group)});
    sum.messages += group.messages;
    sum.unread += group.unread;
    sum.inbox_30d += group.inbox_30d;
    sum.inbox_90d += group.inbox_90d;
  }
};

template <class Wanted>
Chosen choose(const std::vector<Group>& groups, const std::string& key, Time now, Wanted wanted) {
  Chosen chosen;
  for (const auto& group : groups) {
    if (chosen.values.size() == kValuesMax) break;
    if (wanted(group) && is_accepted(key, group.name, now)) chosen.add(group);
  }
  return chosen;
}

std::string count_of(const Chosen& chosen, std::string_view one, std::string_view many) {
  const auto count = static_cast<std::int64_t>(chosen.values.size());
  return grouped(count) + " " + std::string(count == 1 ? one : many);
}

class Suggester {
 public:
  Suggester(const Findings& findings, const IsProtected& is_protected)
      : findings_(findings), is_protected_(is_protected) {}

  std::vector<SuggestedRule> run() {
    if (findings_.tells_flags) {
      add_never_read();
      add_unread_lists();
    }
    add_category("promotions", 90);
    add_category("social", 30);
    if (findings_.tells_flags) add_lists_to_mark();
    return std::move(rules_);
  }

 private:
  void add_never_read() {
    const auto chosen =
        choose(findings_.never_read(), "from", findings_.now, [&](const Group& each) {
          return each.inbox_30d >= kOldInInboxMin && !is_protected_(each.name);
        });
    add({"archive-never-read", "Mail that is never read leaves the inbox after 30 days",
         fmt::format("{} of whom no message was ever read: {} messages, {} of them in the inbox "
                     "for 30 days or longer.",
                     count_of(chosen, "sender", "senders"), grouped(chosen.sum.messages),
                     grouped(chosen.sum.inbox_30d)),
         "from", chosen.values, 30, "archive"});
  }

  void add_unread_lists() {
    const auto chosen = choose(findings_.lists, "list_id", findings_.now, [](const Group& each) {
      return is_mostly_unread(each) && each.inbox_30d >= kOldInInboxMin;
    });
    add({"archive-unread-lists", "Lists that are hardly read leave the inbox after 30 days",
         fmt::format(
             "{} of which {}% or more is unread: {} of {} messages, {} of them in the inbox "
             "for 30 days or longer.",
             count_of(chosen, "list", "lists"), kUnreadPercentMin, grouped(chosen.sum.unread),
             grouped(chosen.sum.messages), grouped(chosen.sum.inbox_30d)),
         "list_id", chosen.values, 30, "archive"});
  }

  void add_category(const std::string& category, int days) {
    for (const auto& group : findings_.categories) {
      const auto old = days == 90 ? group.inbox_90d : group.inbox_30d;
      if (group.name != category || old < kCategoryInInboxMin) continue;
      add({"archive-old-" + category,
           fmt::format("Category {} leaves the inbox after {} days", category, days),
           fmt::format("{} messages of category {}{} lie in the inbox for {} days or longer.",
                       grouped(old), category, findings_.derives_categories ? " (derived)" : "",
                       days),
           "category",
           {{category, numbers_of(group)}},
           days,
           "archive"});
    }
  }

  void add_lists_to_mark() {
    const auto chosen = choose(findings_.lists, "list_id", findings_.now, [](const Group& each) {
      return each.messages >= kListMessagesMin && each.unread * 2 >= each.messages &&
             !is_mostly_unread(each);
    });
    add({"mark-old-lists-read", "Lists that are half read count as read after 90 days",
         fmt::format("{} of which half or more is unread: {} of {} messages.",
                     count_of(chosen, "list", "lists"), grouped(chosen.sum.unread),
                     grouped(chosen.sum.messages)),
         "list_id", chosen.values, 90, "mark_read"});
  }

  void add(SuggestedRule rule) {
    if (!rule.values.empty()) rules_.push_back(std::move(rule));
  }

  const Findings& findings_;
  const IsProtected& is_protected_;
  std::vector<SuggestedRule> rules_;
};

}  // namespace

std::vector<SuggestedRule> suggest_rules(const Findings& findings,
                                         const IsProtected& is_protected) {
  return Suggester(findings, is_protected).run();
}

}  // namespace mailcomb::analysis
