// SPDX-License-Identifier: Apache-2.0
#include "pipeline/difference.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "plan/limits.hpp"

namespace mailcomb::pipeline {
namespace {

using Lines = std::vector<std::string>;

// The lines of a resolved policy's text; each holds one rule, or one thing that is no rule.
Lines lines_of(const std::string& text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string line_of_rule(const Resolved& resolved, const std::string& rule) {
  for (const auto& line : lines_of(resolved.text))
    if (line.starts_with("rule " + rule + ": ")) return line;
  return {};
}

const ReadyRule* find_rule(const Resolved& resolved, const std::string& name) {
  for (const auto& ready : resolved.program.rules)
    if (ready.rule.name == name) return &ready;
  return nullptr;
}

std::string when(const ReadyRule& ready) {
  const auto& filter = ready.filter.expression();
  return filter.selects_everything() ? "any message in scope" : filter::to_text(filter);
}

std::string then(const ReadyRule& ready) {
  std::string text;
  for (const auto& action : ready.rule.actions)
    text += (text.empty() ? "" : ", ") + mail::to_text(action);
  return text;
}

std::string trashing(const ReadyRule& ready) {
  return ready.rule.whole_thread ? "only if the whole conversation may go" : "message by message";
}

std::string limit_text(const Resolved& resolved, mail::Action::Kind action) {
  for (const auto& limit : resolved.program.limits)
    if (limit.action == action) return plan::to_text(limit);
  return "none";
}

class Comparison {
 public:
  Comparison(const Resolved& a, const Resolved& b) : a_(a), b_(b) {}

  std::vector<Difference> run() {
    for (const auto& ready : a_.program.rules) compare_rule(ready);
    for (const auto& ready : b_.program.rules)
      if (!find_rule(a_, ready.rule.name))
        add("rule " + ready.rule.name, "", when(ready) + ": " + then(ready));
    compare_order();
    compare_limits();
    compare_rest();
    return std::move(found_);
  }

 private:
  void add(std::string what, std::string a, std::string b) {
    if (a != b) found_.push_back({std::move(what), std::move(a), std::move(b)});
  }

  void compare_rule(const ReadyRule& mine) {
    const auto& name = mine.rule.name;
    const auto* other = find_rule(b_, name);
    if (!other) return add("rule " + name, when(mine) + ": " + then(mine), "");
    const auto before = found_.size();
    add("rule " + name + ": when", when(mine), when(*other));
    add("rule " + name + ": then", then(mine), then(*other));
    if (plan::trashes(mine.rule) && plan::trashes(other->rule))
      add("rule " + name + ": trashes", trashing(mine), trashing(*other));
    // What only its rule type knows: the parameters.
    if (found_.size() == before)
      add("rule " + name + ": parameters", line_of_rule(a_, name), line_of_rule(b_, name));
  }

  // The first rule that moves a message wins, so their order is part of what they do.
  void compare_order() { add("order of the rules", common(a_, b_), common(b_, a_)); }

  static std::string common(const Resolved& of, const Resolved& with) {
    std::string names;
    for (const auto& ready : of.program.rules)
      if (find_rule(with, ready.rule.name)) names += (names.empty() ? "" : ", ") + ready.rule.name;
    return names;
  }

  void compare_limits() {
    std::set<mail::Action::Kind> actions;
    for (const auto* each : {&a_, &b_})
      for (const auto& limit : each->program.limits) actions.insert(limit.action);
    for (const auto action : actions)
      add("limit of " + mail::to_text({action, {}}), limit_text(a_, action),
          limit_text(b_, action));
  }

  // Guards, and whatever else a policy can say that is no rule; its first line is its name.
  void compare_rest() {
    const auto rest = [](const Resolved& resolved) {
      auto lines = lines_of(resolved.text);
      lines.erase(lines.begin());
      std::erase_if(lines, [](const auto& line) {
        return line.starts_with("rule ") || line.starts_with("limit");
      });
      return std::set<std::string>(lines.begin(), lines.end());
    };
    const auto a = rest(a_);
    const auto b = rest(b_);
    for (const auto& line : a)
      if (!b.contains(line)) add(first_word(line), line, "");
    for (const auto& line : b)
      if (!a.contains(line)) add(first_word(line), "", line);
    const auto is_dry = [](const Resolved& resolved) {
      return lines_of(resolved.text).front().ends_with(" dry_run") ? "true" : "false";
    };
    add("dry_run", is_dry(a_), is_dry(b_));
  }

  static std::string first_word(const std::string& line) {
    return line.substr(0, line.find_first_of(" :"));
  }

  const Resolved& a_;
  const Resolved& b_;
  std::vector<Difference> found_;
};

std::set<std::string> actions_of(const plan::Change& change) {
  std::set<std::string> actions;
  for (const auto& planned : change.actions) actions.insert(mail::to_text(planned.action));
  return actions;
}

}  // namespace

std::vector<Difference> find_differences(const Resolved& a, const Resolved& b) {
  return Comparison(a, b).run();
}

PlanDifference compare_plans(const plan::Plan& a, const plan::Plan& b) {
  PlanDifference difference;
  std::unordered_map<std::string_view, const plan::Change*> others;
  for (const auto& change : b.changes) others.emplace(change.id, &change);
  for (const auto& change : a.changes) {
    const auto found = others.find(change.id);
    const auto* other = found == others.end() ? nullptr : found->second;
    if (other && actions_of(change) == actions_of(*other)) {
      ++difference.same;
    } else {
      ++(other ? difference.other : difference.only_a);
      difference.messages.push_back({&change, other});
    }
    if (other) others.erase(found);
  }
  for (const auto& change : b.changes) {
    if (!others.contains(change.id)) continue;
    ++difference.only_b;
    difference.messages.push_back({nullptr, &change});
  }
  return difference;
}

}  // namespace mailcomb::pipeline
