// SPDX-License-Identifier: Apache-2.0
// ThreadIndex: which messages belong to one conversation, in a few bytes a message.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

#include "mailcomb/batch.hpp"
#include "plan/guard.hpp"

namespace mailcomb::plan {

// Two messages are of one conversation if they share a key: the provider's thread, or a Message-ID
// that one has and the other has or names in References or In-Reply-To (RFC 5322 section 3.6.4), or
// the X-GM-THRID of an export of Gmail. The subject is never asked. Keys are 64-bit hashes; a collision joins two conversations, which can only
// keep more mail.
class ThreadIndex {
 public:
  using Node = std::uint32_t;

  // Adds one message: its conversation's number, to be asked about once all messages are in.
  Node add(std::span<const std::uint64_t> keys, std::int64_t received_at_ms, GuardSet guards);

  // The same for all of a conversation.
  Node conversation(Node node) const { return find(node); }

  // Over the whole conversation.
  GuardSet guards(Node node) const { return roots_[find(node)].guards; }
  std::int64_t youngest_ms(Node node) const { return roots_[find(node)].youngest_ms; }

 private:
  struct Conversation {
    Node parent;
    GuardSet guards;
    std::int64_t youngest_ms = std::numeric_limits<std::int64_t>::min();
  };

  Node find(Node node) const;
  Node make();
  Node join(Node a, Node b);

  mutable std::vector<Conversation> roots_;  // `find` shortens paths.
  std::unordered_map<std::uint64_t, Node> nodes_;
};

// The columns that thread keys are read from where the provider has no `thread`.
inline constexpr std::array<std::string_view, 4> kThreadEvidence = {
    "header:message-id", "header:references", "header:in-reply-to", "header:x-gm-thrid"};

// Replaces `keys` by those of a row.
void read_thread_keys(const sdk::Row& row, std::vector<std::uint64_t>& keys);

}  // namespace mailcomb::plan
