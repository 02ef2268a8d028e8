// SPDX-License-Identifier: Apache-2.0
#include "plan/threads.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

#include "support/ascii.hpp"

namespace mailcomb::plan {
namespace {

// Folding may have put white space into an id.
std::uint64_t hash_id(std::string_view id) {
  if (id.find_first_of(" \t") == std::string_view::npos) return std::hash<std::string_view>{}(id);
  std::string compact(id);
  std::erase_if(compact, [](char c) { return c == ' ' || c == '\t'; });
  return std::hash<std::string_view>{}(compact);
}

// The ids between angle brackets; anything else in the field is a comment.
void add_ids(std::string_view field, std::vector<std::uint64_t>& keys) {
  for (auto open = field.find('<'); open != std::string_view::npos; open = field.find('<', open)) {
    const auto close = field.find('>', open);
    if (close == std::string_view::npos) return;
    const auto id = field.substr(open + 1, close - open - 1);
    if (!id.empty()) keys.push_back(hash_id(id));
    open = close;
  }
}

// The name of a conversation, which is no Message-ID.
void add_name(std::string_view field, std::vector<std::uint64_t>& keys) {
  if (const auto name = trim(field); !name.empty())
    keys.push_back(hash_id("x-gm-thrid:" + std::string(name)));
}

// A Message-ID whose writer forgot the brackets.
void add_bare_id(std::string_view field, std::vector<std::uint64_t>& keys) {
  if (const auto id = trim(field); !id.empty()) keys.push_back(hash_id(id));
}

void add_field(std::string_view column, std::string_view field, std::vector<std::uint64_t>& keys) {
  if (column == "header:x-gm-thrid") return add_name(field, keys);
  add_ids(field, keys);
  const bool is_bare = field.find('<') == std::string_view::npos;
  if (is_bare && column == "header:message-id") add_bare_id(field, keys);
}

}  // namespace

ThreadIndex::Node ThreadIndex::find(Node node) const {
  while (parents_[node] != node) {
    parents_[node] = parents_[parents_[node]];
    node = parents_[node];
  }
  return node;
}

void ThreadIndex::make_conversation(Node node) {
  parents_.push_back(node);
  guards_.emplace_back();
  youngest_ms_.push_back(std::numeric_limits<std::int64_t>::min());
}

ThreadIndex::Node ThreadIndex::node_of(std::uint64_t key) {
  const auto found = keys_.add(key);
  if (found.is_new) make_conversation(found.number);
  return found.number;
}

ThreadIndex::Node ThreadIndex::join(Node a, Node b) {
  a = find(a);
  b = find(b);
  if (a == b) return a;
  parents_[b] = a;
  guards_[a] = guards_[a] | guards_[b];
  youngest_ms_[a] = std::max(youngest_ms_[a], youngest_ms_[b]);
  return a;
}

ThreadIndex::Node ThreadIndex::add(std::span<const std::uint64_t> keys, std::int64_t received_at_ms,
                                   GuardSet guards) {
  if (keys.empty()) make_conversation(keys_.add_keyless());
  Node node = keys.empty() ? static_cast<Node>(parents_.size() - 1) : find(node_of(keys.front()));
  for (const auto key : keys) node = join(node, node_of(key));
  guards_[node] = guards_[node] | guards;
  youngest_ms_[node] = std::max(youngest_ms_[node], received_at_ms);
  return node;
}

void read_thread_keys(const sdk::Row& row, std::vector<std::uint64_t>& keys) {
  keys.clear();
  if (const auto thread = row.text("thread")) {
    keys.push_back(std::hash<std::string_view>{}(*thread));
    return;
  }
  for (const auto column : kThreadEvidence) {
    const auto fields = row.texts(column);
    for (std::uint32_t i = 0; fields && i < fields->size(); ++i)
      add_field(column, fields->text(i), keys);
  }
}

}  // namespace mailcomb::plan
