// SPDX-License-Identifier: Apache-2.0
#include "mail/protected_senders.hpp"

#include "mail/address.hpp"
#include "support/ascii.hpp"
#include "support/quote.hpp"
#include "support/sha256.hpp"

namespace mailcomb::mail {
namespace {

std::string hint_for(std::string_view text) {
  const auto open = text.rfind('<');
  if (open != std::string_view::npos && text.ends_with('>')) {
    const auto address = text.substr(open + 1, text.size() - open - 2);
    if (is_address(address)) return "did you mean " + std::string(address) + "?";
  }
  if (is_domain(text) && text.find('.') != std::string_view::npos)
    return "did you mean @" + std::string(text) + ", that domain and those below it?";
  return "give an address such as ann@example.org, or @example.org for a whole domain";
}

}  // namespace

Result<std::string> ProtectedSenders::parse(std::string_view text) {
  const bool is_whole_domain = text.starts_with('@') && is_domain(text.substr(1));
  if (is_whole_domain || is_address(text)) return ascii_lower(text);
  return fail(Fault::kUsage, in_quotes(text) + " is no address", hint_for(text));
}

std::optional<std::string_view> ProtectedSenders::find(std::string_view address) const {
  const auto lower = ascii_lower(trim(address));
  if (const auto found = senders_.find(lower); found != senders_.end()) return *found;
  // Up from the whole domain: a.b.example, b.example, example.
  for (auto domain = domain_of(lower); !domain.empty();) {
    if (const auto found = senders_.find("@" + std::string(domain)); found != senders_.end())
      return *found;
    const auto dot = domain.find('.');
    domain = dot == std::string_view::npos ? std::string_view() : domain.substr(dot + 1);
  }
  return {};
}

std::string ProtectedSenders::digest() const {
  if (senders_.empty()) return {};
  std::string text;
  for (const auto& sender : senders_) text += sender + "\n";
  return sha256_hex(text);
}

}  // namespace mailcomb::mail
