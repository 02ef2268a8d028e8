// SPDX-License-Identifier: Apache-2.0
// LinkCheck: holds rows against their links, so that one damaged row is one finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/chain.hpp"

namespace mailcomb::journal {

class LinkCheck {
 public:
  explicit LinkCheck(std::string link = {}) : links_{std::move(link)} {}

  // Whether the row fits to one before; `link` is the row's own, none if it has none.
  bool check(const Content& content, std::optional<std::string_view> link);
  // Behind a gap nothing can be held against anything: goes on from there.
  void skip_to(std::string_view link) { links_ = {std::string(link)}; }
  // Whether the last row's link is this one.
  bool ends_with(std::string_view link) const;

 private:
  std::string after(const std::string& link, const Content& content);
  void add(std::string link);

  Chain chain_;
  // What the next row may build on: the last link; behind damaged rows also those that stand there,
  // and those that should.
  std::vector<std::string> links_;
};

}  // namespace mailcomb::journal
