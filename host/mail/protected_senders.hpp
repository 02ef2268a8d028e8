// SPDX-License-Identifier: Apache-2.0
// ProtectedSenders: whose mail no policy may touch, by address or by domain.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "support/error.hpp"

namespace mailcomb::mail {

class ProtectedSenders {
 public:
  // "ann@example.org", or "@example.org" for that domain and those below it; in lower case. Fails with
  // kUsage.
  static Result<std::string> parse(std::string_view text);

  // What `parse` answered; false if it is there, or not there, already.
  bool add(std::string sender) { return senders_.insert(std::move(sender)).second; }
  bool remove(const std::string& sender) { return senders_.erase(sender) > 0; }

  bool empty() const { return senders_.empty(); }
  const std::set<std::string, std::less<>>& list() const { return senders_; }

  // The entry that protects mail from this address.
  std::optional<std::string_view> find(std::string_view address) const;

  // SHA-256 of the whole list, by which plans and runs are bound to it; empty if the list is.
  std::string digest() const;

 private:
  std::set<std::string, std::less<>> senders_;
};

}  // namespace mailcomb::mail
