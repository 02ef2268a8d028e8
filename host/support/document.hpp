// SPDX-License-Identifier: Apache-2.0
// Node: a tree of what somebody wrote, each part with its place, so that every error can point at it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/error.hpp"

namespace mailcomb {

// A text file that nodes point into. Shared by all of its nodes.
struct Source {
  std::string name;                // As the user named it.
  std::vector<std::string> lines;  // Without line ends.
};

struct Mark {
  std::shared_ptr<const Source> source;  // Null for what no file says, such as a plugin's answer.
  int line = 0;                          // From 1.
  int column = 0;                        // From 1, in characters.
};

struct Node {
  enum class Kind { kNull, kText, kList, kMap };
  struct Member;

  Kind kind = Kind::kNull;
  std::string text;     // Of kText: the scalar as written; numbers and booleans are not told apart.
  bool quoted = false;  // Written in quotes, or as a block: certainly meant as text.
  std::vector<Member> members;  // Of lists (empty keys) and maps, in the order of the file.
  Mark mark = {};
  // What the file has where `text` came from elsewhere, such as "${env:TOKEN}". Messages then show
  // this, since the text may be a secret.
  std::string spelling = {};

  const Node* find(std::string_view key) const;
};

struct Node::Member {
  std::string key;
  Mark key_mark;
  Node value;
};

inline const Node* Node::find(std::string_view key) const {
  for (const auto& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

// The text as messages may show it.
inline const std::string& shown_text(const Node& node) {
  return node.spelling.empty() ? node.text : node.spelling;
}

// An error that points at `mark`.
Error error_at(const Mark& mark, std::string message, std::string hint = {});

// Into the order of the file; those of one place stay in theirs.
void sort_by_place(Errors& errors);

}  // namespace mailcomb
