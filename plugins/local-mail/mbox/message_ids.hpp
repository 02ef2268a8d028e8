// SPDX-License-Identifier: Apache-2.0
// The ids of the messages of an mbox.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "mail/header_block.hpp"

namespace mailcomb::local_mail {

// The Message-ID without its brackets. For a message without a usable one `sha256:` and a digest of
// the fields that nobody changes: Received, Date, From, To, Subject.
std::string basic_id(const HeaderBlock& headers);

// Tells messages apart that have the same: `a@b`, `a@b#2`, `a@b#3`, in the order of the file. They
// stay the same as long as that order does.
class MessageIds {
 public:
  std::string next(const HeaderBlock& headers);

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;  // By the hash of the basic id.
};

}  // namespace mailcomb::local_mail
