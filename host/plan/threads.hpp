// SPDX-License-Identifier: Apache-2.0
// ThreadIndex: which messages belong to one conversation, in at most 32 bytes an id.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mailcomb/batch.hpp"
#include "plan/guard.hpp"
#include "plan/key_index.hpp"

namespace mailcomb::plan {

// Two messages are of one conversation if they share a key: the provider's thread, or a Message-ID
// that one has and the other has or names in References or In-Reply-To (RFC 5322 section 3.6.4), or
// the X-GM-THRID of an export of Gmail. The subject is never asked. Keys are 64-bit hashes; a collision
// joins two conversations, which can only keep more mail.
class ThreadIndex {
 public:
  using Node = KeyIndex::Number;

  // Adds one message: its conversation's number, to be asked about once all messages are in.
  Node add(std::span<const std::uint64_t> keys, std::int64_t received_at_ms, GuardSet guards);

  // The same for all of a conversation.
  Node conversation(Node node) const { return find(node); }

  // Over the whole conversation.
  GuardSet guards(Node node) const { return guards_[find(node)]; }
  std::int64_t youngest_ms(Node node) const { return youngest_ms_[find(node)]; }

 private:
  Node find(Node node) const;
  Node node_of(std::uint64_t key);
  void make_conversation(Node node);
  Node join(Node a, Node b);

  KeyIndex keys_;
  // By node; what a conversation has in common counts at its root, which is its own parent.
  mutable std::vector<Node> parents_;  // `find` shortens paths.
  std::vector<GuardSet> guards_;
  std::vector<std::int64_t> youngest_ms_;
};

// The columns that thread keys are read from where the provider has no `thread`.
inline constexpr std::array<std::string_view, 4> kThreadEvidence = {
    "header:message-id", "header:references", "header:in-reply-to", "header:x-gm-thrid"};

// Replaces `keys` by those of a row.
void read_thread_keys(const sdk::Row& row, std::vector<std::uint64_t>& keys);

}  // namespace mailcomb::plan
