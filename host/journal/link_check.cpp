// SPDX-License-Identifier: Apache-2.0
#include "journal/link_check.hpp"

#include <algorithm>

namespace mailcomb::journal {
namespace {

// Behind more damaged rows than this some that are whole are found as well.
constexpr std::size_t kLinksMax = 16;

}  // namespace

std::string LinkCheck::after(const std::string& link, const Content& content) {
  chain_.go_to(link);
  return chain_.add(content);
}

void LinkCheck::add(std::string link) {
  if (links_.size() == kLinksMax) links_.erase(links_.begin());
  links_.push_back(std::move(link));
}

// A row whose content was changed fits no link; what follows fits the link that stands there. A row
// whose link was changed is followed by one that fits what should stand there. Behind rows that were
// swapped comes one that fits a link further up.
bool LinkCheck::check(const Content& content, std::optional<std::string_view> link) {
  std::vector<std::string> expected;
  for (const auto& before : links_) expected.push_back(after(before, content));
  if (link && std::find(expected.begin(), expected.end(), *link) != expected.end()) {
    links_ = {std::string(*link)};
    return true;
  }
  for (auto& each : expected) add(std::move(each));
  if (link) add(std::string(*link));
  return false;
}

bool LinkCheck::ends_with(std::string_view link) const {
  return std::find(links_.begin(), links_.end(), link) != links_.end();
}

}  // namespace mailcomb::journal
