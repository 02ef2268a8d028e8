// SPDX-License-Identifier: Apache-2.0
// MailboxFile: the JSON file that is the mailbox (README.md), read whole and replaced whole.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "support/recording/json.hpp"

namespace mailcomb::recording {

class MailboxFile {
 public:
  // Throws sdk::Failure if it cannot be read or is no such file.
  explicit MailboxFile(std::string path);

  // Durable at return: a reader sees the old file or the new one.
  void save() const;

  const Json& messages() const { return root_["messages"]; }
  Json* find(std::string_view id);  // Null if there is no such message.

  // An object, maybe empty.
  const Json& behaviour() const { return root_["behaviour"]; }
  Json& labels() { return root_["labels"]; }
  std::string account() const;

  // Counters that the file keeps; each answers the number before.
  std::int64_t count(const char* counter);
  std::int64_t value(const char* counter) const { return root_.value(counter, std::int64_t{0}); }

 private:
  void check() const;

  std::string path_;
  Json root_;
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace mailcomb::recording
