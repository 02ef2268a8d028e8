// SPDX-License-Identifier: Apache-2.0
// MboxIndex: where the messages of an mbox are, by their ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "mailcomb/failure.hpp"
#include "mbox/mbox_file.hpp"

namespace mailcomb::local_mail {

class MboxIndex {
 public:
  // Reads the whole file, unless it is as it was the last time.
  void update(const MboxFile& file, const sdk::Call& call);

  // The offset of the message, at which `MessageReader::seek` goes on; empty if there is none.
  std::optional<std::uint64_t> find(std::string_view id) const;

 private:
  FileStamp stamp_;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> offsets_;  // By the hash of the id.
};

}  // namespace mailcomb::local_mail
