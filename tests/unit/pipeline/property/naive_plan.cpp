// SPDX-License-Identifier: Apache-2.0
#include "property/naive_plan.hpp"

#include <algorithm>

#include "property/naive_guards.hpp"

namespace mailcomb::property {
namespace {

bool is_terminal(const std::string& action) {
  return action == "archive" || action == "trash" || action == "keep";
}

void act(const std::string& action, Mail& mail) {
  if (action == "archive" || action == "trash") mail.location = action;
  if (action == "mark_read") mail.flags.erase("unread");
  if (action == "mark_unread") mail.flags.insert("unread");
  if (action == "star") mail.flags.insert("starred");
  if (action == "unstar") mail.flags.erase("starred");
  if (action.starts_with("label:")) mail.labels.insert(action.substr(6));
  if (action.starts_with("unlabel:")) mail.labels.erase(action.substr(8));
}

bool is_done(const std::string& action, const Mail& mail) {
  Mail changed = mail;
  act(action, changed);
  return changed.location == mail.location && changed.flags == mail.flags &&
         changed.labels == mail.labels;
}

// What happens to one message, and by which rule; until a backlog is cut, also what rules would do that
// do not act.
using Planned = std::map<std::string, std::size_t>;

class Judge {
 public:
  explicit Judge(const RandomCase& random) : random_(random) {}

  NaivePlan plan() {
    plan_.buckets.resize(random_.rules.size());
    for (const auto& mail : random_.mailbox) judge(mail);
    if (random_.backlog) put_off();
    for (const auto& [mail, planned] : changes_)
      for (const auto& [action, rule] : planned) {
        plan_.actions[mail.id].insert(action);
        changing_[rule].insert(mail.id);
      }
    for (const auto& [rule, ids] : changing_)
      plan_.buckets[rule]["changes"] = static_cast<int>(ids.size());
    for (const auto& limit : random_.limits) hold_against(limit);
    return std::move(plan_);
  }

 private:
  void judge(const Mail& mail) {
    bool is_decided = false;
    Planned planned;
    Names kept_by;
    for (std::size_t i = 0; i < random_.rules.size(); ++i) {
      const auto& rule = random_.rules[i];
      if (!is_in_scope(rule, mail) || !is_true(rule.filter, mail)) continue;
      const auto guards = guards_against(random_, rule, mail);
      const auto bucket = guards.empty() ? decide(i, mail, is_decided, planned) : "guarded";
      if (!rule.rule.acts) continue;
      kept_by.insert(guards.begin(), guards.end());
      if (bucket != "changes") ++plan_.buckets[i][bucket];
    }
    for (const auto& guard : kept_by) ++plan_.guards[guard];
    std::erase_if(planned, [&](const auto& each) { return !random_.rules[each.second].rule.acts; });
    if (!planned.empty()) changes_.push_back({mail, planned});
  }

  std::string decide(std::size_t number, const Mail& mail, bool& is_decided, Planned& planned) {
    const Names actions = actions_of(random_.rules[number]);
    if (std::any_of(actions.begin(), actions.end(), is_terminal)) {
      if (is_decided) return "shadowed";
      is_decided = true;
    }
    Names left;
    for (const auto& action : actions)
      if (!is_done(action, mail)) left.insert(action);
    if (left.empty()) return "already";
    const auto before = planned.size();
    for (const auto& action : left) planned.emplace(action, number);
    return planned.size() > before ? "changes" : "shadowed";
  }

  using Change = std::pair<Mail, Planned>;

  bool goes_with_conversation(const Change& change) const {
    const auto trash = change.second.find("trash");
    return trash != change.second.end() && random_.rules[trash->second].rule.whole_thread;
  }

  bool comes_before(const Change& a, const Change& b) const {
    const auto& [x, y] = std::pair(a.first.received_at_ms, b.first.received_at_ms);
    if (!x != !y) return !y;
    if (x == y) return a.first.id < b.first.id;
    return random_.backlog->order == plan::Order::kOldest ? *x < *y : *x > *y;
  }

  // All that has to go or wait with this one.
  Names together(const Change& change) const {
    Names ids = {change.first.id};
    if (!goes_with_conversation(change)) return ids;
    Names members;
    for (const auto& member : conversation(random_.mailbox, change.first))
      members.insert(member.id);
    for (const auto& other : changes_)
      if (goes_with_conversation(other) && members.contains(other.first.id))
        ids.insert(other.first.id);
    return ids;
  }

  void put_off() {
    std::sort(changes_.begin(), changes_.end(),
              [this](const auto& a, const auto& b) { return comes_before(a, b); });
    const auto run = static_cast<std::size_t>(random_.backlog->per_run);
    Names taken, seen;
    for (const auto& change : changes_) {
      const auto ids = together(change);
      const bool is_first_and_too_large = taken.empty() && ids.size() > run;
      const bool is_seen = !seen.insert(*ids.begin()).second;
      if (is_first_and_too_large) {
        for (const auto& each : changes_)
          if (ids.contains(each.first.id) && taken.size() < run) taken.insert(each.first.id);
      } else if (!is_seen && taken.size() + ids.size() <= run) {
        taken.insert(ids.begin(), ids.end());
      }
    }
    for (const auto& [mail, planned] : changes_) {
      if (taken.contains(mail.id)) continue;
      std::set<std::size_t> rules;
      for (const auto& [action, rule] : planned) rules.insert(rule);
      for (const auto rule : rules) ++plan_.buckets[rule]["deferred"];
    }
    std::erase_if(changes_, [&](const auto& change) { return !taken.contains(change.first.id); });
  }

  void hold_against(const plan::Limit& limit) {
    const auto action = mail::to_text({limit.action, {}});
    const auto count =
        std::count_if(plan_.actions.begin(), plan_.actions.end(),
                      [&](const auto& each) { return each.second.contains(action); });
    const auto mailbox = std::count_if(
        random_.mailbox.begin(), random_.mailbox.end(),
        [](const Mail& mail) { return mail.location != "trash" && mail.location != "spam"; });
    const bool is_share_beyond =
        limit.percent && mailbox >= 100 &&
        static_cast<double>(count) * 100 > *limit.percent * static_cast<double>(mailbox);
    if (is_share_beyond || (limit.count && count > *limit.count)) plan_.trips.insert(action);
  }

  const RandomCase& random_;
  NaivePlan plan_;
  std::vector<Change> changes_;
  std::map<std::size_t, Names> changing_;  // By rule.
};

}  // namespace

NaivePlan naive_plan(const RandomCase& random) { return Judge(random).plan(); }

void apply(const std::map<std::string, Names>& actions, std::vector<Mail>& mailbox) {
  for (auto& mail : mailbox)
    if (const auto found = actions.find(mail.id); found != actions.end())
      for (const auto& action : found->second) act(action, mail);
}

}  // namespace mailcomb::property
