// SPDX-License-Identifier: Apache-2.0
// LinkCheck: holds rows against their links, so that one damaged row is one finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/chain.hpp"

namespace mailcomb::journal {

class LinkCheck {
 public:
  explicit LinkCheck(std::string link = {}) : stored_(std::move(link)) {}

  // Whether the row fits to the one before; `link` is the row's own, none if it has none.
  bool check(const Content& content, std::optional<std::string_view> link);
  // Behind a gap nothing can be held against anything: goes on from there.
  void skip_to(std::string_view link);
  // Whether the last row's link is this one.
  bool ends_with(std::string_view link) const { return link == stored_ || link == computed_; }

 private:
  std::string after(const std::string& link, const Content& content);

  Chain chain_;
  std::string stored_;                   // The last link as it stands there.
  std::optional<std::string> computed_;  // As it should be, if it is not that.
};

}  // namespace mailcomb::journal
