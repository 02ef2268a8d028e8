// SPDX-License-Identifier: Apache-2.0
#include "support/node_builder.hpp"

#include <algorithm>

#include "support/quote.hpp"

namespace mailcomb {

bool NodeBuilder::awaits_key() const {
  return !open_.empty() && open_.back().node.kind == Node::Kind::kMap && !open_.back().pending;
}

const Mark* NodeBuilder::pending_key() const {
  return open_.empty() || !open_.back().pending ? nullptr : &open_.back().pending->key_mark;
}

bool NodeBuilder::scalar(Node node, Anchor anchor) {
  return reserve(node.mark, {}) && add(std::move(node), anchor);
}

bool NodeBuilder::open(Node::Kind kind, Mark mark, Anchor anchor) {
  if (!reserve(mark, {})) return false;
  if (awaits_key())
    return refuse(mark, kind == Node::Kind::kMap ? "a key is a text, not a mapping"
                                                 : "a key is a text, not a list");
  Frame frame;
  frame.node.kind = kind;
  frame.node.mark = std::move(mark);
  frame.anchor = anchor;
  open_.push_back(std::move(frame));
  return true;
}

bool NodeBuilder::close() {
  Frame frame = std::move(open_.back());
  open_.pop_back();
  return add(std::move(frame.node), frame.anchor);
}

bool NodeBuilder::alias(const Mark& mark, Anchor anchor) {
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) return refuse(mark, "an anchor cannot contain itself");
  return reserve(mark, measure(found->second)) && add(found->second, 0);
}

NodeBuilder::Size NodeBuilder::measure(const Node& node) {
  Size size;
  for (const auto& member : node.members) {
    const Size part = measure(member.value);
    size.nodes += part.nodes;
    size.depth = std::max(size.depth, part.depth + 1);
  }
  return size;
}

bool NodeBuilder::refuse(const Mark& mark, std::string message, std::string hint) {
  errors_.push_back(error_at(mark, std::move(message), std::move(hint)));
  return false;
}

bool NodeBuilder::reserve(const Mark& mark, Size size) {
  nodes_ += size.nodes;
  if (nodes_ > kNodesMax)
    return refuse(mark, "the file has more than 100,000 parts, those of aliases counted each time");
  if (open_.size() + size.depth > kDepthMax)
    return refuse(mark, "lists and mappings nest deeper than 64 levels");
  return true;
}

bool NodeBuilder::add(Node node, Anchor anchor) {
  if (anchor != 0) {
    nodes_ += measure(node).nodes;  // A copy is kept.
    anchors_[anchor] = node;
  }
  if (open_.empty()) {
    root_ = std::move(node);
    return true;
  }
  if (awaits_key()) return add_key(std::move(node));
  add_value(std::move(node));
  return true;
}

bool NodeBuilder::add_key(Node node) {
  if (node.kind != Node::Kind::kText) return refuse(node.mark, "a key is a text, and this is none");
  Frame& frame = open_.back();
  const auto [first, is_new] = frame.keys.emplace(node.text, node.mark);
  if (!is_new)
    errors_.push_back(error_at(node.mark, "duplicate key " + in_quotes(node.text),
                               "it stands at line " + std::to_string(first->second.line) +
                                   ", column " + std::to_string(first->second.column) +
                                   " already; keep one of the two"));
  // The value of a second one is parsed, for its errors, and dropped.
  frame.pending = Node::Member{is_new ? std::move(node.text) : std::string(), node.mark, {}};
  return true;
}

void NodeBuilder::add_value(Node node) {
  Frame& frame = open_.back();
  if (frame.node.kind == Node::Kind::kList) {
    frame.node.members.push_back({{}, {}, std::move(node)});
    return;
  }
  Node::Member member = std::move(*frame.pending);
  frame.pending.reset();
  const auto known = frame.keys.find(member.key);
  const bool is_first = known != frame.keys.end() && known->second.line == member.key_mark.line &&
                        known->second.column == member.key_mark.column;
  if (!is_first) return;
  member.value = std::move(node);
  frame.node.members.push_back(std::move(member));
}

}  // namespace mailcomb
