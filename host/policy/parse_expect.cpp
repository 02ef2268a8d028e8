// SPDX-License-Identifier: Apache-2.0
#include "policy/parse_expect.hpp"

#include <algorithm>
#include <array>

#include "policy/then.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"

namespace mailcomb::policy {
namespace {

constexpr std::array<std::string_view, 4> kKeys = {"actions", "guard", "rule", "reason"};

class ExpectParser {
 public:
  ExpectParser(const Node& node, const std::string& who, Errors& errors)
      : node_(node), who_(who), errors_(errors) {}

  Expectation parse() {
    if (node_.kind != Node::Kind::kMap) {
      refuse(node_.mark, "'expect' is a mapping, not " + describe(node_),
             "write expect: {actions: archive}");
      return {};
    }
    check_keys(node_, kKeys, "'expect' of " + who_, errors_);
    expect_.rule_mark = expect_.guard_mark = node_.mark;
    if (!node_.find("actions"))
      refuse(node_.mark, "'expect' has no 'actions'", "write actions: [] if nothing happens");
    for (const auto& member : node_.members) parse_member(member);
    return std::move(expect_);
  }

 private:
  void refuse(const Mark& mark, const std::string& message, std::string hint = {}) {
    errors_.push_back(error_at(mark, who_ + ": " + message, std::move(hint)));
  }

  // Lets the reader of a value name the test.
  template <class Read>
  auto in_this_test(Read read) {
    const auto before = static_cast<std::ptrdiff_t>(errors_.size());
    auto value = read();
    std::for_each(errors_.begin() + before, errors_.end(),
                  [&](Error& error) { error.message = who_ + ": " + error.message; });
    return value;
  }

  void parse_member(const Node::Member& member) {
    const auto& [key, mark, value] = member;
    if (key == "actions") parse_actions(value);
    if (key == "guard") parse_guards(value);
    if (key == "rule") read_into(value, key, expect_.rule, expect_.rule_mark);
    Mark unused;
    if (key == "reason") read_into(value, key, expect_.reason, unused);
  }

  void read_into(const Node& value, const std::string& key, std::string& text, Mark& mark) {
    mark = value.mark;
    text = in_this_test([&] { return read_text(value, "'" + key + "'", errors_); }).value_or("");
  }

  void parse_actions(const Node& value) {
    if (value.kind == Node::Kind::kList && value.members.empty()) return;
    expect_.actions = in_this_test([&] { return parse_then(value, errors_); });
    std::sort(expect_.actions.begin(), expect_.actions.end());
    for (const auto& action : expect_.actions)
      if (action.kind == mail::Action::Kind::kKeep)
        refuse(value.mark, "'keep' does nothing to a message",
               "write actions: [], and rule: with the name of the rule that keeps it");
  }

  void parse_guards(const Node& value) {
    expect_.guard_mark = value.mark;
    const auto add = [&](const Node& node) {
      auto guard = in_this_test([&] { return read_text(node, "'guard'", errors_); });
      if (guard) expect_.guards.push_back(std::move(*guard));
    };
    if (value.kind != Node::Kind::kList) return add(value);
    for (const auto& member : value.members) add(member.value);
  }

  const Node& node_;
  const std::string& who_;
  Errors& errors_;
  Expectation expect_;
};

}  // namespace

Expectation parse_expect(const Node& node, const std::string& who, Errors& errors) {
  return ExpectParser(node, who, errors).parse();
}

}  // namespace mailcomb::policy
