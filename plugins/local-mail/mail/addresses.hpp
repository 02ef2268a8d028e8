// SPDX-License-Identifier: Apache-2.0
// Addresses: the mailboxes that From, To and Cc fields name (RFC 5322 section 3.4), decoded.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/abi/column.h"

namespace mailcomb::local_mail {

class Addresses {
 public:
  void clear();
  // Adds those of an unfolded body, which must outlive them; groups give their members. Text in
  // which no address is found adds none. A list that is not plain is read up to 16 KiB.
  void add(std::string_view body);
  std::span<const mailcomb_address> items() const { return items_; }

  // As `add`, always through GMime.
  void add_with_gmime(std::string_view body);
  // Stores a decoded one.
  void add_copy(std::string_view name, std::string_view address);

 private:
  // False, and nothing added, unless all of it is plain `a@b` and `Name <a@b>`.
  bool add_simple(std::string_view body);

  std::vector<mailcomb_address> items_;
  std::deque<std::string> texts_;  // A deque: what it holds never moves.
};

}  // namespace mailcomb::local_mail
