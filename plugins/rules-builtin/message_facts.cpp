// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/message_facts.hpp"

#include <initializer_list>

#include "rules-builtin/ascii.hpp"
#include "rules-builtin/subject.hpp"

namespace mailcomb::rules_builtin {
namespace {

// No header holds a line end, so that parts cannot run into each other.
std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts) {
    text += part;
    text += '\n';
  }
  return text;
}

// Drawn for nobody: the order of messages of one date must be the same in every run.
const TextHash kPublicHash{TextHash::Key{0, 0}};

}  // namespace

std::string sender_of(const sdk::Row& row) {
  const auto from = row.addresses("from");
  return from && !from->empty() ? lower(trim(from->address(0).address)) : std::string();
}

std::string field_of(const sdk::Row& row, std::string_view column) {
  const auto fields = row.texts(column);
  return fields && !fields->empty() ? std::string(trim(fields->text(0))) : std::string();
}

std::string list_of(const sdk::Row& row) {
  const auto field = field_of(row, "header:list-id");
  const auto open = field.rfind('<');
  const auto close = field.find('>', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return lower(field);
  return lower(trim(std::string_view(field).substr(open + 1, close - open - 1)));
}

bool is_readable(const sdk::Row& row) { return row.texts("header:message-id").has_value(); }

std::optional<std::string> content_of(const sdk::Row& row) {
  const auto id = field_of(row, "header:message-id");
  const auto sender = sender_of(row);
  const auto subject = row.text("subject");
  const auto received_at = row.integer("received_at");
  const auto size = row.integer("size_bytes");
  auto date = field_of(row, "header:date");
  if (date.empty() && received_at) date = std::to_string(*received_at);
  if (!is_readable(row) || !subject || date.empty()) return {};
  if (!id.empty()) return joined({"id", id, sender, date, plain_subject(*subject)});
  if (sender.empty() || !size) return {};
  return joined({"facts", sender, date, *subject, std::to_string(*size)});
}

std::uint32_t tie_of(const sdk::Row& row) {
  return static_cast<std::uint32_t>(kPublicHash(row.text("id").value_or("")));
}

}  // namespace mailcomb::rules_builtin
