// SPDX-License-Identifier: Apache-2.0
// NodeBuilder: makes a tree of nodes from a parser's events, and keeps it within bounds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/document.hpp"

namespace mailcomb {

class NodeBuilder {
 public:
  static constexpr std::size_t kNodesMax = 100'000;
  static constexpr std::size_t kDepthMax = 64;
  using Anchor = std::size_t;  // 0: none.

  explicit NodeBuilder(Errors& errors) : errors_(errors) {}

  // Each answers false if the document cannot be used; `errors` then says why.
  [[nodiscard]] bool scalar(Node node, Anchor anchor);
  [[nodiscard]] bool open(Node::Kind kind, Mark mark, Anchor anchor);
  [[nodiscard]] bool close();
  [[nodiscard]] bool alias(const Mark& mark, Anchor anchor);

  // Whether the next event is a key of a mapping.
  bool awaits_key() const;
  // Whether it is the value of one, and where that key stands.
  const Mark* pending_key() const;

  // The tree, once every container is closed. Of a key that stands twice it has the first.
  std::optional<Node> take_root() { return std::move(root_); }

 private:
  struct Frame {
    Node node;
    Anchor anchor = 0;
    std::optional<Node::Member> pending;  // Of a map: the key that still lacks its value.
    std::map<std::string, Mark> keys;
  };
  struct Size {
    std::size_t nodes = 1;
    std::size_t depth = 1;
  };

  static Size measure(const Node& node);
  bool refuse(const Mark& mark, std::string message, std::string hint = {});
  bool reserve(const Mark& mark, Size size);
  bool add(Node node, Anchor anchor);
  bool add_key(Node node);
  void add_value(Node node);

  Errors& errors_;
  std::vector<Frame> open_;
  std::map<Anchor, Node> anchors_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
};

}  // namespace mailcomb
