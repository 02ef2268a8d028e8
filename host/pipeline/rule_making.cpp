// SPDX-License-Identifier: Apache-2.0
#include "pipeline/rule_making.hpp"

#include "config/component_config.hpp"
#include "filter/from_value.hpp"
#include "filter/language.hpp"
#include "policy/check.hpp"
#include "policy/then.hpp"

namespace mailcomb::pipeline {
namespace {

using filter::Expression;
using policy::RuleSpec;

Expression join(const std::optional<Expression>& match, std::optional<Expression> own) {
  std::vector<Expression> parts;
  if (match && !match->selects_everything()) parts.push_back(*match);
  if (own && !own->selects_everything()) parts.push_back(std::move(*own));
  return parts.size() == 1 ? std::move(parts.front()) : Expression::all(std::move(parts));
}

Node with_of(const RuleSpec& spec) {
  if (spec.with.kind != Node::Kind::kNull) return spec.with;
  Node empty;
  empty.kind = Node::Kind::kMap;
  empty.mark = spec.mark;
  return empty;
}

class RuleMaker {
 public:
  RuleMaker(const RuleSpec& spec, const ResolutionContext& context)
      : spec_(spec), context_(context) {}

  Checked<MadeRule> run(const config::Folders& folders) {
    const auto component = load();
    if (!component) return refuse(spec_.type_mark, component.error());
    auto config = config::configure({"rule type '" + component->info.name + "'"},
                                    component->info.schema, with_of(spec_), folders);
    if (!config) return tl::unexpected(std::move(config.error()));
    auto rule = plugin::Rule::create(*component, *config);
    if (!rule) return refuse(spec_.with_mark, rule.error());
    const auto own = rule->filter();
    if (!own) return refuse(spec_.type_mark, own.error());
    auto whole = complete(*own, rule->description());
    whole.type = component->info.name;
    auto filters = parse_filters(rule->description());
    check(whole, *rule);
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    return MadeRule{
        std::move(whole),
        std::move(*rule),
        std::move(*config),
        std::move(filters),
        {component->info.plugin, component->info.plugin_version, component->info.sha256}};
  }

 private:
  Result<plugin::Component> load() {
    const auto& type = spec_.type.empty() ? context_.default_rule : spec_.type;
    const auto info = context_.registry.find(plugin::Kind::kRule, type);
    if (!info) return tl::unexpected(info.error());
    return context_.registry.load(*info);
  }

  // What the policy says counts before what the rule type does.
  RuleSpec complete(const std::optional<sdk::Value>& own, const plugin::RuleDescription& rule) {
    RuleSpec whole = spec_;
    whole.match = join(spec_.match, own ? std::optional(parse_own(*own)) : std::nullopt);
    if (rule.then.is(sdk::Value::Kind::kNull)) return whole;
    auto then = policy::parse_then(filter::to_node(rule.then), errors_);
    if (spec_.then.empty()) whole.then = std::move(then);
    return whole;
  }

  std::vector<NamedFilter> parse_filters(const plugin::RuleDescription& rule) {
    std::vector<NamedFilter> filters;
    for (const auto& member : rule.filters.members())
      filters.push_back({member.key, filter::Evaluator(parse_own(member.value))});
    return filters;
  }

  // Errors in what a plugin says are its author's to mend; they stand at the rule that uses it.
  Expression parse_own(const sdk::Value& value) {
    Errors errors;
    auto expression = filter::parse(filter::to_node(value), context_.now, errors);
    for (const auto& error : errors)
      errors_.push_back(at_rule(
          spec_.type_mark,
          fail(Fault::kInvalid, "its rule type gave a wrong filter: " + error.message, error.hint)
              .value()));
    return expression;
  }

  void check(const RuleSpec& whole, const plugin::Rule& rule) {
    const auto who = "rule '" + spec_.name + "'";
    if (whole.then.empty())
      errors_.push_back(error_at(spec_.mark, who + " does not say what happens",
                                 "add 'then:', such as 'then: archive'"));
    if (!rule.evaluates() && policy::selects_always(*whole.match) &&
        policy::needs_filter(whole.then))
      errors_.push_back(error_at(
          spec_.mark, who + " would " + mail::to_text(whole.then.front()) + " every message",
          "add 'match:' with what it is meant for"));
    for (const auto& action : whole.then) check_action(action);
  }

  void check_action(const mail::Action& action) {
    if (!context_.mailbox || action.kind == mail::Action::Kind::kKeep) return;
    if (context_.mailbox->actions.empty()) return;  // Read-only: apply says so.
    if (context_.mailbox->has_action(mail::to_text(action))) return;
    std::string offered;
    for (const auto& each : context_.mailbox->actions)
      if (each != "restore") offered += (offered.empty() ? "" : ", ") + each;
    errors_.push_back(error_at(spec_.then_mark,
                               "rule '" + spec_.name + "' wants '" + mail::to_text(action) +
                                   "', which provider '" + context_.provider + "' does not offer",
                               "it offers " + offered));
  }

  // An error that a plugin's answer caused, at the place in the policy that led to it.
  Error at_rule(const Mark& mark, const Error& error) const {
    auto placed = error_at(mark, "rule '" + spec_.name + "': " + error.message, error.hint);
    placed.fault = error.fault == Fault::kUsage ? Fault::kInvalid : error.fault;
    return placed;
  }

  // Nothing more can be said of the rule.
  tl::unexpected<Errors> refuse(const Mark& mark, const Error& error) const {
    return tl::unexpected(Errors{at_rule(mark, error)});
  }

  const RuleSpec& spec_;
  const ResolutionContext& context_;
  Errors errors_;
};

}  // namespace

Checked<MadeRule> make_rule(const RuleSpec& spec, const ResolutionContext& context,
                            const config::Folders& folders) {
  return RuleMaker(spec, context).run(folders);
}

}  // namespace mailcomb::pipeline
