// SPDX-License-Identifier: Apache-2.0
#include "policy/parse_define.hpp"

#include "policy/parse_rule.hpp"
#include "support/read_scalar.hpp"

namespace mailcomb::policy {
namespace {

// A key as the value that the parser of names takes. Nobody reads `no:` as anything but a name.
Node as_value(const Node::Member& member) {
  Node name;
  name.kind = Node::Kind::kText;
  name.text = member.key;
  name.quoted = true;
  name.mark = member.key_mark;
  return name;
}

}  // namespace

filter::Definitions parse_definitions(const Node& policy, Time now, Errors& errors) {
  const Node* define = policy.find("define");
  if (!define) return {};
  if (define->kind != Node::Kind::kMap || define->members.empty()) {
    errors.push_back(
        error_at(define->mark,
                 "'define' is a mapping of names to filters, not " +
                     (define->kind == Node::Kind::kMap ? "an empty one" : describe(*define)),
                 "write define: {bulk: {header: List-Unsubscribe}}"));
    return {};
  }
  for (const auto& member : define->members) parse_name(as_value(member), "a filter", errors);
  return filter::Definitions(*define, now, errors);
}

}  // namespace mailcomb::policy
