// SPDX-License-Identifier: Apache-2.0
#include "mbox/message_ids.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include "mail/gmime.hpp"
#include "mail/utf8.hpp"

namespace mailcomb::local_mail {
namespace {

// An id is shown in tables and kept in journals.
constexpr std::size_t kIdBytesMax = 255;
constexpr std::size_t kDigestCharsShown = 32;

constexpr std::array<std::string_view, 5> kLasting = {"received", "date", "from", "to", "subject"};

std::string_view without_brackets(std::string_view body) {
  const auto open = body.find('<');
  const auto close = body.find('>', open + 1);
  if (open == body.npos || close == body.npos) return body;
  return trim(body.substr(open + 1, close - open - 1));
}

std::string message_id(const HeaderBlock& headers) {
  std::string unfolded;
  for (const auto& field : headers.fields())
    if (is_named(field.name, "message-id"))
      return percent_encode(without_brackets(unfold(field.body, unfolded)));
  return {};
}

bool is_usable(std::string_view id) {
  return !id.empty() && id.size() <= kIdBytesMax &&
         std::ranges::none_of(id, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

std::string digest(const HeaderBlock& headers) {
  struct Free {
    void operator()(GChecksum* sum) const { g_checksum_free(sum); }
  };
  const std::unique_ptr<GChecksum, Free> sum(g_checksum_new(G_CHECKSUM_SHA256));
  const auto add = [&](std::string_view text) {
    g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(text.data()),
                      static_cast<gssize>(text.size()));
  };
  for (const auto& field : headers.fields()) {
    const auto found = std::ranges::find_if(
        kLasting, [&](std::string_view name) { return is_named(field.name, name); });
    if (found == kLasting.end()) continue;
    add(*found);
    add(field.body);
    add("\n");
  }
  return std::string(g_checksum_get_string(sum.get())).substr(0, kDigestCharsShown);
}

}  // namespace

std::string basic_id(const HeaderBlock& headers) {
  auto id = message_id(headers);
  return is_usable(id) ? id : "sha256:" + digest(headers);
}

std::string MessageIds::next(const HeaderBlock& headers) {
  const std::string basic = basic_id(headers);
  auto& count = counts_[std::hash<std::string_view>()(basic)];
  std::string id = basic;
  // A Message-ID may itself end in `#2`.
  while (count++ > 0) {
    id = basic + "#" + std::to_string(count);
    if (counts_.try_emplace(std::hash<std::string_view>()(id), 1).second) break;
  }
  return id;
}

}  // namespace mailcomb::local_mail
