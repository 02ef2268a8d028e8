// SPDX-License-Identifier: Apache-2.0
#include "app/component_reference.hpp"

#include "config/type_arg.hpp"
#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::app {
namespace {

std::string word_of(plugin::Kind kind) {
  return kind == plugin::Kind::kStore ? "store" : "mailbox";
}

std::vector<std::string> names_in(plugin::Kind kind, const config::Composition* composition) {
  std::vector<std::string> names;
  if (composition && kind == plugin::Kind::kStore)
    for (const auto& entry : composition->stores) names.push_back(entry.name);
  if (composition && kind == plugin::Kind::kProvider)
    for (const auto& entry : composition->mailboxes) names.push_back(entry.name);
  return names;
}

const config::ComponentEntry* find_entry(plugin::Kind kind, const std::string& name,
                                         const config::Composition* composition) {
  if (!composition) return nullptr;
  if (kind == plugin::Kind::kStore) return composition->find_store(name);
  return composition->find_mailbox(name);
}

}  // namespace

Node ComponentReference::node(const std::string& key) const {
  if (is_entry) return parameters;
  Node map;
  map.kind = Node::Kind::kMap;
  if (argument.empty()) return map;
  Node value;
  value.kind = Node::Kind::kText;
  value.text = argument;
  value.quoted = true;
  map.members.push_back({key, {}, std::move(value)});
  return map;
}

bool ComponentReference::has_more_than(const std::string& key) const {
  for (const auto& member : parameters.members)
    if (member.key != key) return true;
  return false;
}

Result<ComponentReference> read_reference(plugin::Kind kind, const std::string& text,
                                          const Settings& settings, const config::Folders& here) {
  const auto* composition = settings.composition.get();
  const auto known = names_in(kind, composition);
  if (const auto* entry = find_entry(kind, text, composition))
    return ComponentReference{text,
                              true,
                              entry->type,
                              {},
                              entry->parameters,
                              {here.home, composition->file.parent_path()},
                              known};
  const auto parsed = config::parse_type_arg(text, "--" + word_of(kind));
  if (parsed)
    return ComponentReference{text, false, parsed->type, parsed->argument, {}, here, known};
  ComponentReference unknown{text, false, text, {}, {}, here, known};
  if (known.empty() || text.find(':') != std::string::npos) return tl::unexpected(parsed.error());
  return tl::unexpected(unknown_reference(kind, unknown, parsed.error()));
}

Error unknown_reference(plugin::Kind kind, const ComponentReference& reference, Error error) {
  const bool may_be_name = reference.text.find(':') == std::string::npos;
  if (reference.is_entry || !may_be_name || reference.known.empty()) return error;
  const std::vector<std::string_view> names(reference.known.begin(), reference.known.end());
  const auto word = word_of(kind);
  return fail(Fault::kInvalid, "there is no " + word + " " + in_quotes(reference.text),
              suggest(reference.text, names, word == "store" ? "stores" : "mailboxes") +
                  "; or write TYPE:ARG")
      .value();
}

}  // namespace mailcomb::app
