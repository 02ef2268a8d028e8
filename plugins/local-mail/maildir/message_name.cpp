// SPDX-License-Identifier: Apache-2.0
#include "maildir/message_name.hpp"

#include <algorithm>
#include <charconv>

#include "mail/ascii.hpp"
#include "mail/utf8.hpp"
#include "mailcomb/abi/column.h"

namespace mailcomb::local_mail {
namespace {

constexpr std::string_view kInfo = ":2,";

std::optional<std::int64_t> parse_integer(std::string_view digits) {
  std::int64_t value = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || !is_digit(digits.front()) || error != std::errc() || stop != end) return {};
  return value;
}

bool has(std::string_view letters, char letter) { return letters.find(letter) != letters.npos; }

}  // namespace

MessageName split_name(std::string_view file_name) {
  // From 1: a message without a base would have no id.
  const auto info = file_name.find(kInfo, 1);
  if (info == file_name.npos) return {file_name, {}};
  return {file_name.substr(0, info), file_name.substr(info + kInfo.size())};
}

std::uint64_t flag_bits(std::string_view letters) {
  return (has(letters, 'S') ? 0 : MAILCOMB_FLAG_UNREAD) |
         (has(letters, 'F') ? MAILCOMB_FLAG_STARRED : 0) |
         (has(letters, 'R') ? MAILCOMB_FLAG_REPLIED : 0) |
         (has(letters, 'D') ? MAILCOMB_FLAG_DRAFT : 0);
}

std::string edit_flags(std::string_view file_name, const FlagEdit& edit) {
  const auto [base, before] = split_name(file_name);
  std::string letters(before);
  for (const char letter : edit.add)
    if (!has(letters, letter)) letters += letter;
  std::erase_if(letters, [&](char letter) { return has(edit.remove, letter); });
  if (letters == before) return std::string(file_name);
  std::ranges::sort(letters);
  return std::string(base) + std::string(kInfo) + letters;
}

std::string id_of(std::string_view base) { return percent_encode(base); }

std::optional<std::string> find_base(std::string_view id) { return percent_decode(id); }

std::optional<Instant> find_epoch(std::string_view base) {
  const auto seconds = parse_integer(base.substr(0, base.find('.')));
  // From 1973 to 2106: numbers of fewer digits are counters.
  if (!seconds || *seconds < 100'000'000 || *seconds > 4'294'967'295) return {};
  return Instant(std::chrono::seconds(*seconds));
}

std::optional<std::int64_t> find_size(std::string_view base) {
  const auto start = base.find(",S=");
  if (start == base.npos) return {};
  const auto digits = base.substr(start + 3);
  return parse_integer(digits.substr(0, digits.find_first_of(",:")));
}

}  // namespace mailcomb::local_mail
