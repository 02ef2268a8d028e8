// SPDX-License-Identifier: Apache-2.0
#include "mbox/index.hpp"

#include <algorithm>
#include <functional>

#include "mbox/message_ids.hpp"
#include "mbox/message_reader.hpp"

namespace mailcomb::local_mail {

void MboxIndex::update(const MboxFile& file, const sdk::Call& call) {
  if (stamp_ == file.stamp) return;
  stamp_ = {};
  offsets_.clear();
  MessageReader reader(file.fd.get(), file.stamp.size, [&] { return call.is_cancelled(); });
  MessageIds ids;
  while (reader.begin()) {
    offsets_.emplace_back(std::hash<std::string_view>()(ids.next(reader.headers())),
                          reader.offset());
    reader.finish(nullptr);
  }
  std::ranges::sort(offsets_);
  stamp_ = file.stamp;
}

std::optional<std::uint64_t> MboxIndex::find(std::string_view id) const {
  const auto hash = std::hash<std::string_view>()(id);
  const auto found = std::ranges::lower_bound(offsets_, std::pair(hash, std::uint64_t{0}));
  if (found == offsets_.end() || found->first != hash) return {};
  return found->second;
}

}  // namespace mailcomb::local_mail
