// SPDX-License-Identifier: Apache-2.0
#include "pipeline/resolution.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/component_config.hpp"
#include "filter/from_value.hpp"
#include "filter/language.hpp"
#include "journal/value_json.hpp"
#include "pipeline/column_needs.hpp"
#include "pipeline/policy_guards.hpp"
#include "policy/check.hpp"
#include "policy/then.hpp"
#include "support/sha256.hpp"

namespace mailcomb::pipeline {
namespace {

using filter::Expression;
using policy::RuleSpec;

// An error that a plugin's answer caused, at the place in the policy that led to it.
Error at_rule(const Mark& mark, const RuleSpec& rule, const Error& error) {
  auto placed = error_at(mark, "rule '" + rule.name + "': " + error.message, error.hint);
  placed.fault = error.fault == Fault::kUsage ? Fault::kInvalid : error.fault;
  return placed;
}

Expression join(const std::optional<Expression>& match, std::optional<Expression> own) {
  std::vector<Expression> parts;
  if (match && !match->selects_everything()) parts.push_back(*match);
  if (own && !own->selects_everything()) parts.push_back(std::move(*own));
  return parts.size() == 1 ? std::move(parts.front()) : Expression::all(std::move(parts));
}

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
  // The plugin's part of a rule.
  struct Made {
    plugin::Rule rule;
    std::optional<Expression> filter;
    std::vector<mail::Action> then;
    std::vector<NamedFilter> filters;
  };

  void add(const RuleSpec& spec) {
    auto component = load(spec);
    if (!component) return refuse(at_rule(spec.type_mark, spec, component.error()));
    auto config = config::configure({"rule type '" + component->info.name + "'"},
                                    component->info.schema, with_of(spec), folders_of(spec));
    if (!config) {
      errors_.insert(errors_.end(), config.error().begin(), config.error().end());
      return;
    }
    auto made = make(spec, *component, *config);
    if (!made) return;
    RuleSpec whole = spec;
    whole.match = join(spec.match, std::move(made->filter));
    whole.then = spec.then.empty() ? made->then : spec.then;
    if (!check(whole, made->rule)) return;
    configs_.push_back(component->info.name + " " + journal::to_json(*config).dump());
    whole.type = component->info.name;
    add_ready(whole, std::move(*made), std::move(*config));
    specs_.push_back(std::move(whole));
  }

  // Paths in `with` start at the file that says them, which may be a base.
  config::Folders folders_of(const RuleSpec& spec) const {
    if (!spec.mark.source || spec.mark.source == policy_source_) return context_.folders;
    return {context_.folders.home, std::filesystem::path(spec.mark.source->name).parent_path()};
  }

  Result<plugin::Component> load(const RuleSpec& spec) {
    const auto& type = spec.type.empty() ? context_.default_rule : spec.type;
    const auto info = context_.registry.find(plugin::Kind::kRule, type);
    if (!info) return tl::unexpected(info.error());
    auto component = context_.registry.load(*info);
    if (component)
      resolved_.plugins.push_back(
          {component->info.plugin, component->info.plugin_version, component->info.sha256});
    return component;
  }

  static Node with_of(const RuleSpec& spec) {
    if (spec.with.kind != Node::Kind::kNull) return spec.with;
    Node empty;
    empty.kind = Node::Kind::kMap;
    empty.mark = spec.mark;
    return empty;
  }

  std::optional<Made> make(const RuleSpec& spec, const plugin::Component& component,
                           const sdk::Value& config) {
    auto rule = plugin::Rule::create(component, config);
    if (!rule) {
      refuse(at_rule(spec.with_mark, spec, rule.error()));
      return {};
    }
    const auto own = rule->filter();
    if (!own) {
      refuse(at_rule(spec.type_mark, spec, own.error()));
      return {};
    }
    Made made{std::move(*rule), {}, {}, {}};
    if (*own) made.filter = parse_own(spec, **own);
    const auto& description = made.rule.description();
    if (!description.then.is(sdk::Value::Kind::kNull))
      made.then = policy::parse_then(filter::to_node(description.then), errors_);
    for (const auto& member : description.filters.members())
      made.filters.push_back({member.key, filter::Evaluator(parse_own(spec, member.value))});
    return made;
  }

  // Errors in what a plugin says are its author's to mend; they stand at the rule that uses it.
  Expression parse_own(const RuleSpec& spec, const sdk::Value& value) {
    Errors errors;
    auto expression = filter::parse(filter::to_node(value), context_.now, errors);
    for (const auto& error : errors)
      refuse(at_rule(spec.type_mark, spec,
                     {Fault::kInvalid,
                      "its rule type gave a wrong filter: " + error.message,
                      error.hint,
                      {},
                      0,
                      0,
                      {}}));
    return expression;
  }

  bool check(const RuleSpec& spec, const plugin::Rule& rule) {
    const auto before = errors_.size();
    if (spec.then.empty())
      refuse(error_at(spec.mark, "rule '" + spec.name + "' does not say what happens",
                      "add 'then:', such as 'then: archive'"));
    if (!rule.evaluates() && policy::selects_always(*spec.match) && policy::needs_filter(spec.then))
      refuse(error_at(
          spec.mark,
          "rule '" + spec.name + "' would " + mail::to_text(spec.then.front()) + " every message",
          "add 'match:' with what it is meant for"));
    for (const auto& action : spec.then) check_action(spec, action);
    return errors_.size() == before;
  }

  void check_action(const RuleSpec& spec, const mail::Action& action) {
    if (!context_.mailbox || action.kind == mail::Action::Kind::kKeep) return;
    if (context_.mailbox->actions.empty()) return;  // Read-only: apply says so.
    if (context_.mailbox->has_action(mail::to_text(action))) return;
    std::string offered;
    for (const auto& each : context_.mailbox->actions)
      if (each != "restore") offered += (offered.empty() ? "" : ", ") + each;
    refuse(error_at(spec.then_mark,
                    "rule '" + spec.name + "' wants '" + mail::to_text(action) +
                        "', which provider '" + context_.provider + "' does not offer",
                    "it offers " + offered));
  }

  void add_ready(const RuleSpec& spec, Made made, sdk::Value with) {
    ReadyRule ready{{}, filter::Evaluator(*spec.match), {}, spec.type, std::move(with)};
    ready.rule.name = spec.name;
    ready.rule.title = spec.title;
    ready.rule.actions = spec.then;
    ready.rule.scope = plan::scope_of(*spec.match, spec.then);
    ready.rule.whole_thread = spec.scope == policy::ThreadScope::kThread;
    ready.rule.asks_conversations = made.rule.description().conversations;
    ready.rule.strategy = strategy_of(made.rule);
    needs_.add(*spec.match);
    for (const auto& named : made.filters) needs_.add(named.evaluator.expression());
    if (made.rule.evaluates()) {
      auto columns = made.rule.description().columns;
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

  void refuse(Error error) { errors_.push_back(std::move(error)); }

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
