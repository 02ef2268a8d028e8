// SPDX-License-Identifier: Apache-2.0
#include "policy/parse_rule.hpp"

#include <algorithm>
#include <array>

#include "filter/language.hpp"
#include "policy/check.hpp"
#include "policy/then.hpp"
#include "support/ascii.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::policy {
namespace {

constexpr std::array<std::string_view, 8> kKeys = {"name",  "title", "enabled", "scope",
                                                   "match", "rule",  "with",    "then"};
constexpr std::array<std::string_view, 2> kScopes = {"thread", "message"};
constexpr std::size_t kNameBytesMax = 64;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

std::string as_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const char lower = ascii_lower(c);
    const bool fits = is_name_character(lower) && lower != '-';
    if (fits) name += lower;
    if (!fits && !name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.substr(0, kNameBytesMax);
}

class RuleParser {
 public:
  RuleParser(const Node& node, std::size_t number, const RuleReading& reading)
      : node_(node), reading_(reading), errors_(reading.errors) {
    const Node* name = node.find("name");
    const bool is_named = name && name->kind == Node::Kind::kText && !name->text.empty();
    who_ = "rule " + (is_named ? in_quotes(name->text) : "number " + std::to_string(number));
  }

  RuleSpec parse() {
    rule_.mark = rule_.match_mark = rule_.type_mark = rule_.with_mark = rule_.then_mark =
        node_.mark;
    if (node_.kind != Node::Kind::kMap) {
      refuse(node_.mark, who_ + " is a mapping, not " + describe(node_));
      return rule_;
    }
    check_keys(node_, kKeys, who_, errors_);
    parse_words();
    parse_match();
    parse_type();
    parse_actions();
    check_filter();
    return std::move(rule_);
  }

 private:
  void refuse(const Mark& mark, std::string message, std::string hint = {}) {
    errors_.push_back(error_at(mark, std::move(message), std::move(hint)));
  }

  // The value of a key, and where the key stands.
  const Node* find(std::string_view key, Mark* mark = nullptr) {
    for (const auto& member : node_.members) {
      if (member.key != key) continue;
      if (mark) *mark = member.key_mark;
      return &member.value;
    }
    return nullptr;
  }

  // Makes what the parser of a value added name the rule.
  template <class Parse>
  auto in_this_rule(Parse parse) {
    const auto before = static_cast<std::ptrdiff_t>(errors_.size());
    auto parsed = parse();
    std::for_each(errors_.begin() + before, errors_.end(), [&](Error& error) {
      const bool is_key = error.message.starts_with("unknown key");
      error.message = is_key ? error.message + " in " + who_ : who_ + ": " + error.message;
    });
    return parsed;
  }

  void parse_words() {
    const Node* name = find("name");
    if (name) rule_.name = parse_name(*name, "a rule", errors_);
    if (!name) refuse(node_.mark, who_ + " has no 'name'", "write name: old-newsletters");
    if (const Node* title = find("title"))
      rule_.title =
          in_this_rule([&] { return read_text(*title, "'title'", errors_); }).value_or("");
    if (const Node* enabled = find("enabled"))
      rule_.enabled =
          in_this_rule([&] { return read_bool(*enabled, "'enabled'", errors_); }).value_or(true);
    if (const Node* scope = find("scope")) parse_scope(*scope);
  }

  void parse_scope(const Node& node) {
    const auto word = in_this_rule([&] { return read_text(node, "'scope'", errors_); });
    if (!word) return;
    if (*word == "message") rule_.scope = ThreadScope::kMessage;
    if (std::find(kScopes.begin(), kScopes.end(), *word) == kScopes.end())
      refuse(node.mark, who_ + ": " + in_quotes(*word) + " is no scope",
             suggest(*word, kScopes, "scopes"));
  }

  void parse_match() {
    if (const Node* match = find("match", &rule_.match_mark))
      rule_.match = in_this_rule(
          [&] { return filter::parse(*match, reading_.now, errors_, &reading_.definitions); });
  }

  void parse_type() {
    const Node* type = find("rule", &rule_.type_mark);
    const Node* with = find("with", &rule_.with_mark);
    if (type)
      rule_.type = in_this_rule([&] { return read_text(*type, "'rule'", errors_); }).value_or("");
    if (!with) return;
    if (!type)
      refuse(rule_.with_mark, who_ + " has 'with' without 'rule'",
             "name the rule type whose parameters these are");
    if (with->kind != Node::Kind::kMap && with->kind != Node::Kind::kNull)
      refuse(with->mark, who_ + ": 'with' is a mapping of parameters, not " + describe(*with));
    rule_.with = *with;
  }

  void parse_actions() {
    const Node* then = find("then", &rule_.then_mark);
    if (then) rule_.then = in_this_rule([&] { return parse_then(*then, errors_); });
    if (!then && is_default_type() && find("match"))
      refuse(node_.mark, who_ + " has no 'then'", "write what happens, such as then: archive");
  }

  bool is_default_type() { return !find("rule") || rule_.type == reading_.defaults.rule; }

  void check_filter() {
    if (!rule_.match && !find("rule")) {
      refuse(node_.mark, who_ + " has neither 'match' nor 'rule'",
             "write which messages it is for, such as match: {older_than: 90d}");
      return;
    }
    const bool selects_all = !rule_.match || selects_always(*rule_.match);
    if (!is_default_type() || !selects_all || !needs_filter(rule_.then)) return;
    const auto trash = std::any_of(rule_.then.begin(), rule_.then.end(), [](const auto& action) {
      return action.kind == mail::Action::Kind::kTrash;
    });
    refuse(rule_.match_mark, who_ + " would " + (trash ? "trash" : "archive") + " every message",
           "say which ones, such as match: {older_than: 90d}");
  }

  const Node& node_;
  const RuleReading& reading_;
  Errors& errors_;
  std::string who_;
  RuleSpec rule_;
};

}  // namespace

RuleSpec parse_rule(const Node& node, std::size_t number, const RuleReading& reading) {
  return RuleParser(node, number, reading).parse();
}

std::string parse_name(const Node& node, const std::string& what, Errors& errors) {
  const auto name = read_text(node, "the name of " + what, errors);
  if (!name) return {};
  const bool fits = std::all_of(name->begin(), name->end(), is_name_character);
  if (fits && name->size() <= kNameBytesMax) return *name;
  const auto better = as_name(*name);
  errors.push_back(error_at(
      node.mark,
      "the name of " + what + " has up to 64 of a-z, 0-9 and '-', unlike " + in_quotes(*name),
      better.empty() ? "" : "did you mean '" + better + "'?"));
  return {};
}

}  // namespace mailcomb::policy
