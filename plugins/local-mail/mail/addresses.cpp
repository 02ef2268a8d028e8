// SPDX-License-Identifier: Apache-2.0
#include "mail/addresses.hpp"

#include <algorithm>
#include <optional>

#include "mail/ascii.hpp"
#include "mail/gmime.hpp"
#include "mail/text.hpp"
#include "mailcomb/text.hpp"

namespace mailcomb::local_mail {
namespace {

// RFC 5322 section 3.2.3.
bool is_atom_char(char c) {
  static constexpr std::string_view kSpecials = "()<>[]:;@\\,.\"";
  return c > ' ' && c < 0x7f && kSpecials.find(c) == kSpecials.npos;
}

bool is_dot_atom(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         std::ranges::all_of(text, [](char c) { return c == '.' || is_atom_char(c); });
}

bool is_simple_address(std::string_view text) {
  const auto at = text.find('@');
  return at != text.npos && is_dot_atom(text.substr(0, at)) && is_dot_atom(text.substr(at + 1));
}

// `words` or `"words"`, with single blanks and nothing that needs decoding.
std::optional<std::string_view> find_simple_name(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    return find_simple_name(text.substr(1, text.size() - 2));
  const bool is_simple =
      std::ranges::all_of(text, [](char c) { return c == ' ' || is_atom_char(c); }) &&
      !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == text.npos;
  return is_simple ? std::optional(text) : std::nullopt;
}

// `a@b`, `<a@b>` or `Name <a@b>`: most of all mail.
std::optional<mailcomb_address> find_simple(std::string_view body) {
  if (is_simple_address(body)) return mailcomb_address{sdk::slice(""), sdk::slice(body)};
  const auto open = body.find('<');
  if (open == body.npos || !body.ends_with('>')) return {};
  const auto address = body.substr(open + 1, body.size() - open - 2);
  const auto name = find_simple_name(trim_right(body.substr(0, open)));
  if (!name || !is_simple_address(address)) return {};
  return mailcomb_address{sdk::slice(*name), sdk::slice(address)};
}

constexpr std::size_t kBytesMax = 16 << 10;
constexpr std::ptrdiff_t kColonsMax = 256;

// GMime recurses into groups, takes 200 times the memory of what it reads, and for some lists the
// square of its time: a message made for that must not end or stop the process. No group nests (RFC
// 5322 section 3.4), so beyond what any honest field has, a colon only separates.
std::string make_harmless(std::string_view body) {
  // Cut at a comma, so that no address loses its end.
  if (body.size() > kBytesMax)
    body = body.substr(0, body.rfind(',', kBytesMax)).substr(0, kBytesMax);
  std::string text = without_nul(body);
  if (std::ranges::count(text, ':') > kColonsMax) std::ranges::replace(text, ':', ',');
  return text;
}

std::string_view text_or_empty(const char* text) { return text ? text : std::string_view(); }

void add_members(Addresses& to, InternetAddressList* list) {
  const int count = list ? internet_address_list_length(list) : 0;
  for (int i = 0; i < count; ++i) {
    InternetAddress* item = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_GROUP(item)) {
      add_members(to, internet_address_group_get_members(INTERNET_ADDRESS_GROUP(item)));
    } else {
      to.add_copy(text_or_empty(internet_address_get_name(item)),
                  text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(item))));
    }
  }
}

}  // namespace

void Addresses::clear() {
  items_.clear();
  texts_.clear();
}

void Addresses::add(std::string_view body) {
  if (!body.empty() && !add_simple(body)) add_with_gmime(body);
}

bool Addresses::add_simple(std::string_view body) {
  if (!is_plain(body)) return false;
  const auto before = items_.size();
  while (!body.empty()) {
    const auto comma = std::min(body.find(','), body.size());
    const auto simple = find_simple(trim(body.substr(0, comma)));
    if (!simple) {
      items_.resize(before);
      return false;
    }
    items_.push_back(*simple);
    body.remove_prefix(std::min(comma + 1, body.size()));
  }
  return true;
}

void Addresses::add_with_gmime(std::string_view body) {
  GMimeParserOptions* options = gmime_options();
  const GObjectOwner<InternetAddressList> list(
      internet_address_list_parse(options, make_harmless(body).c_str()));
  add_members(*this, list.get());
}

void Addresses::add_copy(std::string_view name, std::string_view address) {
  const std::string& kept_name = texts_.emplace_back(name);
  const std::string& kept_address = texts_.emplace_back(address);
  items_.push_back({sdk::slice(kept_name), sdk::slice(kept_address)});
}

}  // namespace mailcomb::local_mail
