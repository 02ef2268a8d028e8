// SPDX-License-Identifier: Apache-2.0
#include "policy/then.hpp"

#include <algorithm>
#include <array>

#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::policy {
namespace {

using mail::Action;

constexpr std::array<std::string_view, 9> kActions = {
    "archive", "trash", "keep", "mark_read", "mark_unread", "star", "unstar", "label", "unlabel"};
constexpr std::array<std::string_view, 6> kDeletions = {"delete",  "remove", "purge",
                                                        "expunge", "erase",  "destroy"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool takes_label(std::string_view word) { return word == "label" || word == "unlabel"; }

Error unknown_action(const Mark& mark, const std::string& word) {
  if (contains(kDeletions, word))
    return error_at(mark, "there is no action " + in_quotes(word),
                    "mailcomb never deletes: write trash");
  if (takes_label(word))
    return error_at(mark, in_quotes(word) + " lacks a name", "write {" + word + ": NAME}");
  return error_at(mark, "there is no action " + in_quotes(word),
                  suggest(word, kActions, "actions"));
}

std::optional<Action> parse_word(const Node& node, Errors& errors) {
  const auto word = read_text(node, "an action", errors);
  if (!word) return {};
  const auto action = mail::parse_action(*word);
  // `restore` is for undo alone.
  if (action && contains(kActions, word->substr(0, word->find(':')))) return action;
  errors.push_back(unknown_action(node.mark, *word));
  return {};
}

std::optional<Action> parse_label(const Node& node, Errors& errors) {
  if (node.members.size() != 1) {
    errors.push_back(error_at(node.mark, "an action is one word or one {label: NAME}",
                              "write a list for more than one: [mark_read, archive]"));
    return {};
  }
  const auto& [key, key_mark, value] = node.members.front();
  if (!takes_label(key)) {
    const bool is_action = contains(kActions, key);
    errors.push_back(is_action
                         ? error_at(key_mark, in_quotes(key) + " takes no value", "write " + key)
                         : unknown_action(key_mark, key));
    return {};
  }
  const auto label = read_text(value, "the name of '" + key + "'", errors);
  if (!label) return {};
  return Action{key == "label" ? Action::Kind::kLabel : Action::Kind::kUnlabel, *label};
}

std::optional<Action> parse_one(const Node& node, Errors& errors) {
  return node.kind == Node::Kind::kMap ? parse_label(node, errors) : parse_word(node, errors);
}

// Why the two cannot stand in one list, or empty.
std::string clash(const Action& a, const Action& b) {
  const auto both = "'" + to_text(a) + "' and '" + to_text(b) + "'";
  if (a == b) return "'" + to_text(a) + "' stands there twice";
  if (mail::is_terminal(a) && mail::is_terminal(b)) return both + " exclude each other";
  return mail::contradict(a, b) ? both + " contradict each other" : std::string();
}

}  // namespace

std::vector<Action> parse_then(const Node& node, Errors& errors) {
  std::vector<Action> actions;
  if (node.kind != Node::Kind::kList) {
    if (auto action = parse_one(node, errors)) actions.push_back(std::move(*action));
    return actions;
  }
  if (node.members.empty()) errors.push_back(error_at(node.mark, "the list of actions is empty"));
  for (const auto& member : node.members) {
    auto action = parse_one(member.value, errors);
    if (!action) continue;
    for (const auto& before : actions)
      if (const auto why = clash(before, *action); !why.empty())
        errors.push_back(error_at(member.value.mark, why));
    actions.push_back(std::move(*action));
  }
  return actions;
}

}  // namespace mailcomb::policy
