// SPDX-License-Identifier: Apache-2.0
#include "pipeline/resolution.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "journal/value_json.hpp"
#include "pipeline/column_needs.hpp"
#include "pipeline/policy_guards.hpp"
#include "pipeline/rule_making.hpp"
#include "policy/check.hpp"
#include "support/sha256.hpp"

namespace mailcomb::pipeline {
namespace {

using policy::RuleSpec;

std::string strategy_of(const plugin::Rule& rule) {
  std::string strategy = "one scan for all rules";
  if (rule.finishes()) return strategy + "; the rule type answers once it has seen everything";
  return rule.evaluates() ? strategy + "; the rule type evaluates" : strategy;
}

class Resolver {
 public:
  explicit Resolver(const ResolutionContext& context)
      : context_(context), needs_(context.mailbox) {}

  Checked<Resolved> run(const policy::Policy& policy) {
    policy_source_ = policy.mark.source;
    for (const auto& rule : policy.rules)
      if (rule.enabled) add(rule);
    for (auto& error : policy::find_contradictions(specs_)) errors_.push_back(std::move(error));
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    add_guards(policy.guards);
    resolved_.warnings = policy.warnings;
    for (auto& warning : policy::find_feedback(specs_))
      resolved_.warnings.push_back(std::move(warning));
    finish_needs();
    sort_plugins();
    write_text(policy);
    return std::move(resolved_);
  }

 private:
  void add(const RuleSpec& spec) {
    auto made = make_rule(spec, context_, folders_of(spec));
    if (!made) {
      errors_.insert(errors_.end(), made.error().begin(), made.error().end());
      return;
    }
    resolved_.plugins.push_back(made->plugin);
    configs_.push_back(made->spec.type + " " + journal::to_json(made->config).dump());
    specs_.push_back(made->spec);
    add_ready(std::move(*made));
  }

  // Paths in `with` start at the file that says them, which may be a base.
  config::Folders folders_of(const RuleSpec& spec) const {
    if (!spec.mark.source || spec.mark.source == policy_source_) return context_.folders;
    return {context_.folders.home, std::filesystem::path(spec.mark.source->name).parent_path()};
  }

  void add_ready(MadeRule made) {
    const auto& spec = made.spec;
    const auto& description = made.rule.description();
    ReadyRule ready{{}, filter::Evaluator(*spec.match), {}, spec.type, std::move(made.config)};
    ready.rule.name = spec.name;
    ready.rule.title = spec.title;
    ready.rule.actions = spec.then;
    ready.rule.scope = plan::scope_of(*spec.match, spec.then);
    ready.rule.whole_thread = spec.scope == policy::ThreadScope::kThread;
    ready.rule.asks_conversations = description.conversations;
    ready.rule.strategy = strategy_of(made.rule);
    needs_.add(*spec.match);
    for (const auto& named : made.filters) needs_.add(named.evaluator.expression());
    if (made.rule.evaluates()) {
      auto columns = description.columns;
      for (const auto& column : columns) needs_.add(column);
      ready.evaluation.emplace(std::move(made.rule),
                               Projection(std::move(columns), std::move(made.filters)));
    }
    resolved_.program.rules.push_back(std::move(ready));
  }

  void add_guards(const policy::Guards& guards) {
    auto& program = resolved_.program;
    for (const auto& never : guards.never) {
      program.never.push_back({filter::Evaluator(never.filter), needs_.can_answer(never.filter)});
      needs_.add(never.filter);
    }
    for (const auto& unguard : guards.unguard) program.unguarded.add(unguard.guard);
    program.limits = limits_of(guards);
  }

  void finish_needs() {
    plan::Program pure{context_.now, {}, {}, resolved_.program.unguarded};
    for (const auto& ready : resolved_.program.rules) pure.rules.push_back(ready.rule);
    needs_.add_always();
    if (plan::needs_threads(pure)) needs_.add_threads();
    resolved_.program.columns = needs_.columns();
    resolved_.program.derives_category = needs_.derives_category();
    resolved_.program.derives_importance = needs_.derives_importance();
    resolved_.program.notes = needs_.notes();
    add_guard_notes();
  }

  void add_guard_notes() {
    auto& program = resolved_.program;
    for (const auto& never : program.never)
      if (!never.keeps_unknown)
        program.notes.push_back("never: " + filter::to_text(never.filter.expression()) +
                                " can protect only what this provider tells of");
    if (const auto names = plan::to_text(program.unguarded); !names.empty())
      program.notes.push_back("the policy takes these guards away: " + names);
  }

  void sort_plugins() {
    auto& plugins = resolved_.plugins;
    std::sort(plugins.begin(), plugins.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    plugins.erase(std::unique(plugins.begin(), plugins.end()), plugins.end());
  }

  // One line a rule, by what users write, so that the text does not change with `now`.
  void write_text(const policy::Policy& policy) {
    auto& text = resolved_.text;
    text = "policy " + policy.name + (policy.dry_run.value_or(false) ? " dry_run" : "") + "\n";
    for (std::size_t i = 0; i < specs_.size(); ++i) {
      const auto& spec = specs_[i];
      text +=
          "rule " + spec.name + ": " + configs_[i] + ": " + filter::to_text(*spec.match) + " ->";
      for (const auto& action : spec.then) text += " " + mail::to_text(action);
      text += spec.scope == policy::ThreadScope::kThread ? "; thread\n" : "; message\n";
    }
    text += to_text(policy.guards);
    resolved_.digest = sha256_hex(text);
  }

  const ResolutionContext& context_;
  ColumnNeeds needs_;
  std::shared_ptr<const Source> policy_source_;
  Resolved resolved_;
  std::vector<RuleSpec> specs_;       // As they are once rule types have answered.
  std::vector<std::string> configs_;  // By rule: the rule type and its configuration.
  Errors errors_;
};

}  // namespace

Checked<Resolved> resolve(const policy::Policy& policy, const ResolutionContext& context) {
  return Resolver(context).run(policy);
}

}  // namespace mailcomb::pipeline
