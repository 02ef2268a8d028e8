// SPDX-License-Identifier: Apache-2.0
#include "filter/definitions.hpp"

#include <algorithm>

#include "filter/language.hpp"
#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::filter {
namespace {

std::size_t count_predicates(const Expression& expression) {
  std::size_t count = 0;
  for_each_predicate(expression, [&count](const Predicate&, bool) { ++count; });
  return count;
}

}  // namespace

Definitions::Definitions(const Node& mapping, Time now, Errors& errors) : now_(now) {
  for (const auto& member : mapping.members)
    definitions_.push_back({member.key, member.key_mark, &member.value});
  for (auto& definition : definitions_)
    if (definition.state == State::kUnread) read(definition);
  for (auto& definition : definitions_) definition.node = nullptr;
  errors.insert(errors.end(), errors_.begin(), errors_.end());
}

Definitions::Definition* Definitions::find(const std::string& name) {
  const auto found = std::find_if(definitions_.begin(), definitions_.end(),
                                  [&](const auto& each) { return each.name == name; });
  return found == definitions_.end() ? nullptr : &*found;
}

void Definitions::read(Definition& definition) {
  definition.state = State::kReading;
  path_.push_back(definition.name);
  Errors errors;
  definition.filter = parse_part(*definition.node, now_, errors, this);
  path_.pop_back();
  definition.predicates = count_predicates(definition.filter);
  definition.filter.name = "$" + definition.name;
  definition.state = errors.empty() ? State::kSound : State::kBroken;
  for (auto& error : errors) {
    error.message = "'$" + definition.name + "': " + error.message;
    errors_.push_back(std::move(error));
  }
}

std::optional<Expression> Definitions::use(const std::string& name, const Mark& mark,
                                           Errors& errors) {
  const auto refuse = [&](std::string message, std::string hint) {
    errors.push_back(error_at(mark, std::move(message), std::move(hint)));
    return std::nullopt;
  };
  auto* definition = find(name);
  if (!definition) return refuse("there is no " + in_quotes("$" + name), suggestion(name));
  definition->is_used = true;
  if (definition->state == State::kUnread) read(*definition);
  if (definition->state == State::kReading)
    return refuse(in_quotes("$" + name) + " would contain itself: " + circle(name),
                  "write one of them without the other");
  if (definition->state == State::kBroken) return {};
  expanded_ += definition->predicates;
  if (expanded_ > kExpandedMax)
    return refuse("named filters come to more than 10,000 conditions",
                  "use " + in_quotes("$" + name) + " less often, or make it smaller");
  return definition->filter;
}

std::string Definitions::circle(const std::string& name) const {
  std::string text;
  for (auto at = std::find(path_.begin(), path_.end(), name); at != path_.end(); ++at)
    text += "$" + *at + " → ";
  return text + "$" + name;
}

std::string Definitions::suggestion(const std::string& name) const {
  if (definitions_.empty()) return "name it under 'define': {" + name + ": {is: unread}}";
  std::vector<std::string> names;
  for (const auto& definition : definitions_) names.push_back("$" + definition.name);
  return suggest("$" + name, std::vector<std::string_view>(names.begin(), names.end()),
                 "named filters");
}

Errors Definitions::find_unused() const {
  Errors warnings;
  for (const auto& definition : definitions_)
    if (!definition.is_used)
      warnings.push_back(error_at(definition.mark,
                                  "'$" + definition.name + "' is defined, and no filter uses it",
                                  "remove it, or use it as in all: [$" + definition.name + "]"));
  return warnings;
}

}  // namespace mailcomb::filter
