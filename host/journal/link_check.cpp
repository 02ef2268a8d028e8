// SPDX-License-Identifier: Apache-2.0
#include "journal/link_check.hpp"

namespace mailcomb::journal {

std::string LinkCheck::after(const std::string& link, const Content& content) {
  chain_.go_to(link);
  return chain_.add(content);
}

// A row whose content was changed fits no link; what follows fits the link that stands there. A row
// whose link was changed fits itself; what follows fits the link that should stand there.
bool LinkCheck::check(const Content& content, std::optional<std::string_view> link) {
  auto expected = after(stored_, content);
  if (expected != link && computed_) {
    auto other = after(*computed_, content);
    if (other == link) expected = std::move(other);
  }
  const bool is_good = expected == link;
  if (link) stored_ = *link;
  computed_.reset();
  if (!is_good) computed_ = std::move(expected);
  return is_good;
}

void LinkCheck::skip_to(std::string_view link) {
  stored_ = link;
  computed_.reset();
}

}  // namespace mailcomb::journal
