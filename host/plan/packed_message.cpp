// SPDX-License-Identifier: Apache-2.0
#include "plan/packed_message.hpp"

#include <algorithm>

namespace mailcomb::plan {

PackedMessage::PackedMessage(const Change& change)
    : location_(change.prior.location),
      flags_(change.prior.flags),
      received_at_ms_(change.received_at_ms),
      size_bytes_(change.size_bytes),
      labels_(change.prior.labels) {
  const std::array<std::string_view, kTexts> texts = {change.id, change.thread, change.prior.folder,
                                                      change.subject, change.from};
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < texts.size(); ++i)
    ends_[i] = end += static_cast<std::uint32_t>(texts[i].size());
  texts_ = std::make_unique_for_overwrite<char[]>(end);
  auto* at = texts_.get();
  for (const auto text : texts) at = std::copy(text.begin(), text.end(), at);
}

std::string_view PackedMessage::text(Text which) const {
  const std::uint32_t begin = which == kId ? 0 : ends_[which - 1];
  return {texts_.get() + begin, ends_[which] - begin};
}

mail::State PackedMessage::prior() const {
  return {flags_, location_, std::string(text(kFolder)), labels_};
}

Change PackedMessage::unpack() const {
  Change change;
  change.id = text(kId);
  change.thread = text(kThread);
  change.prior = prior();
  change.subject = text(kSubject);
  change.from = text(kFrom);
  change.received_at_ms = received_at_ms_;
  change.size_bytes = size_bytes_;
  return change;
}

}  // namespace mailcomb::plan
