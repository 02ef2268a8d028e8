// SPDX-License-Identifier: Apache-2.0
#include "filter/from_value.hpp"

#include <array>
#include <charconv>

namespace mailcomb::filter {
namespace {

using Kind = sdk::Value::Kind;

Node scalar(std::string text, bool quoted) {
  Node node;
  node.kind = Node::Kind::kText;
  node.text = std::move(text);
  node.quoted = quoted;
  return node;
}

std::string decimal(double number) {
  std::array<char, 32> text;
  const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
  return {text.data(), written.ptr};
}

Node container(Node::Kind kind, const sdk::Value& value) {
  Node node;
  node.kind = kind;
  for (const auto& member : value.members())
    node.members.push_back({member.key, {}, to_node(member.value)});
  return node;
}

}  // namespace

Node to_node(const sdk::Value& value) {
  switch (value.kind()) {
    case Kind::kNull: return {};
    case Kind::kBool: return scalar(value.boolean() ? "true" : "false", false);
    case Kind::kI64: return scalar(std::to_string(value.integer()), false);
    case Kind::kF64: return scalar(decimal(value.number()), false);
    case Kind::kText:
    case Kind::kBytes: return scalar(value.text(), true);
    case Kind::kList: return container(Node::Kind::kList, value);
    case Kind::kMap: return container(Node::Kind::kMap, value);
  }
  return {};
}

}  // namespace mailcomb::filter
