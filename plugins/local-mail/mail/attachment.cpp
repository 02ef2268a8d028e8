// SPDX-License-Identifier: Apache-2.0
#include "mail/attachment.hpp"

#include <algorithm>

namespace mailcomb::local_mail {
namespace {

constexpr std::string_view kSignatures[] = {
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"};

MimeField find_field(const HeaderBlock& headers, std::string_view lower_name) {
  for (const auto& field : headers.fields())
    if (is_named(field.name, lower_name)) return MimeField(field.body);
  return {};
}

}  // namespace

Part::Part(const HeaderBlock& headers)
    : type(find_field(headers, "content-type")),
      disposition(find_field(headers, "content-disposition")) {}

bool is_attachment(const Part& part) {
  const std::string& type = part.type.value();
  if (part.is_multipart() || std::ranges::count(kSignatures, type) > 0) return false;
  // A part without a type is text (RFC 2045 section 5.2).
  const bool is_text = type.empty() || type.starts_with("text/");
  const bool has_name = part.disposition.has("filename") || part.type.has("name");
  const std::string& disposition = part.disposition.value();
  if (disposition.empty()) return has_name && !is_text;
  if (disposition == "inline") return has_name && !is_text && !type.starts_with("image/");
  return true;
}

}  // namespace mailcomb::local_mail
