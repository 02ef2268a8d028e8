// SPDX-License-Identifier: Apache-2.0
// ValueBuilder: the host's side of mailcomb_value_builder, which takes one value and checks it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/value.hpp"

namespace mailcomb::plugin {

class ValueBuilder {
 public:
  // Deeper than any value the SDK reads.
  static constexpr std::size_t kDepthMax = 64;

  // Valid while this builder stays where it is.
  mailcomb_value_builder builder();

  bool is_empty() const { return open_.empty() && !root_ && misuse_.empty(); }

  // What was refused first, or empty. Everything after it was refused too.
  const std::string& misuse() const { return misuse_; }

  // The value, once. Empty if it was misused, never begun or not ended.
  std::optional<sdk::Value> take();

 private:
  // A container under construction, and the key it will have in its parent.
  struct Open {
    std::string key;
    sdk::Value value;
  };

  mailcomb_status refuse(std::string why);
  bool check_key(mailcomb_str key);
  mailcomb_status add(mailcomb_str key, sdk::Value value);
  mailcomb_status add_text(mailcomb_str key, mailcomb_str text);
  mailcomb_status open(mailcomb_str key, sdk::Value value);
  mailcomb_status close();
  mailcomb_status place(std::string_view key, sdk::Value value);

  std::vector<Open> open_;
  std::optional<sdk::Value> root_;
  std::string misuse_;
};

}  // namespace mailcomb::plugin
