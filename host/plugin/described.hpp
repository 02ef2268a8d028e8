// SPDX-License-Identifier: Apache-2.0
// Described: reads the map that a component answers in describe, and keeps the first complaint.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/value.hpp"

namespace mailcomb::plugin {

// Each getter complains if the key has another type; a key that is not there is no reason to. Keys
// that are not asked for are ignored: they are of a newer minor. `value` must outlive it.
class Described {
 public:
  explicit Described(const sdk::Value& value);

  std::string text(std::string_view key);
  std::int64_t integer(std::string_view key, std::int64_t fallback);
  std::vector<std::string> texts(std::string_view key);
  const sdk::Value& map(std::string_view key);

  void complain(std::string what);
  const std::string& complaint() const { return complaint_; }

 private:
  const sdk::Value* find(std::string_view key, sdk::Value::Kind kind, std::string_view expected);

  const sdk::Value& value_;
  std::string complaint_;
};

}  // namespace mailcomb::plugin
