// SPDX-License-Identifier: Apache-2.0
#include "filter/category.hpp"

#include "support/ascii.hpp"

namespace mailcomb::filter {
namespace {

constexpr std::array<std::string_view, 12> kSocialDomains = {
    "facebookmail.com", "linkedin.com",  "twitter.com", "x.com",
    "instagram.com",    "pinterest.com", "tiktok.com",  "reddit.com",
    "nextdoor.com",     "meetup.com",    "quora.com",   "youtube.com"};

constexpr std::array<std::string_view, 4> kNoReply = {"no-reply", "noreply", "do-not-reply",
                                                      "donotreply"};

template <class Accept>
bool any_text(const sdk::List& list, Accept accept) {
  for (std::uint32_t i = 0; i < list.size(); ++i)
    if (accept(trim(list.text(i)))) return true;
  return false;
}

template <class Accept>
bool any_sender(const sdk::List& from, Accept accept) {
  for (std::uint32_t i = 0; i < from.size(); ++i)
    if (accept(from.address(i).address)) return true;
  return false;
}

bool is_social(std::string_view address) {
  const auto domain = domain_of(address);
  return std::any_of(kSocialDomains.begin(), kSocialDomains.end(),
                     [&](auto social) { return within_domain(domain, social); });
}

bool is_no_reply(std::string_view address) {
  const auto local = address.substr(0, address.rfind('@'));
  return std::any_of(kNoReply.begin(), kNoReply.end(),
                     [&](auto word) { return contains_ignoring_case(local, word); });
}

}  // namespace

std::optional<std::string_view> derive_category(const sdk::Row& row) {
  const auto from = row.addresses("from");
  const auto list_post = row.texts("header:list-post");
  const auto unsubscribe = row.texts("header:list-unsubscribe");
  const auto precedence = row.texts("header:precedence");
  const auto automatic = row.texts("header:auto-submitted");
  if (!from || !list_post || !unsubscribe || !precedence || !automatic) return {};

  // Both fields may carry a comment or parameters behind their first word.
  const auto is_not = [](std::string_view word) {
    return [word](std::string_view text) {
      return !equals_ignoring_case(text.substr(0, text.find_first_of(" \t;(")), word);
    };
  };
  if (any_text(*list_post, is_not("no"))) return "forums";
  if (any_sender(*from, is_social)) return "social";
  const auto is_bulk = [](std::string_view text) { return equals_ignoring_case(text, "bulk"); };
  if (!unsubscribe->empty() || any_text(*precedence, is_bulk)) return "promotions";
  if (any_text(*automatic, is_not("no")) || any_sender(*from, is_no_reply)) return "updates";
  return "primary";
}

}  // namespace mailcomb::filter
