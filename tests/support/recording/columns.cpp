// SPDX-License-Identifier: Apache-2.0
#include "support/recording/columns.hpp"

#include <ctime>

#include "support/recording/change.hpp"

namespace mailcomb::recording {
namespace {

const Json& defaults() {
  static const Json kDefaults = {
      {"received_at", nullptr},    {"size_bytes", 1000},    {"flags", Json::array()},
      {"location", "inbox"},       {"from", Json::array()}, {"to", Json::array()},
      {"cc", Json::array()},       {"subject", ""},         {"labels", Json::array()},
      {"headers", Json::object()}, {"category", "primary"}, {"importance", "medium"},
      {"attachments", 0}};
  return kDefaults;
}

// "2002-11-30T12:00:00Z" or a date alone; what other forms RFC 3339 has, tests do not need.
std::int64_t parse_time(const std::string& text) {
  std::tm time{};
  const char* end =
      strptime(text.c_str(), text.size() > 10 ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%d", &time);
  if (!end || *end != '\0')
    throw sdk::Failure(MAILCOMB_INVALID, "recording-time", "'" + text + "' is no time in UTC");
  return std::int64_t{timegm(&time)} * 1000;
}

// "Ann <ann@example.org>" or an address alone; borrows from `text`.
mailcomb_address parse_address(std::string_view text) {
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || !text.ends_with('>')) return {{}, sdk::slice(text)};
  auto name = text.substr(0, open);
  while (name.ends_with(' ')) name.remove_suffix(1);
  return {sdk::slice(name), sdk::slice(text.substr(open + 1, text.size() - open - 2))};
}

std::vector<std::string> texts_of(const Json& json) {
  if (json.is_string()) return {json.get<std::string>()};
  return json.get<std::vector<std::string>>();
}

void write_texts(const Json& json, std::uint32_t column, sdk::RowWriter& rows) {
  const auto texts = texts_of(json);
  std::vector<mailcomb_str> items;
  for (const auto& text : texts) items.push_back(sdk::slice(text));
  rows.texts(column, items);
}

void write_addresses(const Json& json, std::uint32_t column, sdk::RowWriter& rows) {
  const auto texts = texts_of(json);
  std::vector<mailcomb_address> items;
  for (const auto& text : texts) items.push_back(parse_address(text));
  rows.addresses(column, items);
}

void write_header(const Json& headers, const std::string& name, std::uint32_t column,
                  sdk::RowWriter& rows) {
  if (headers.is_null()) return rows.null(column);
  const auto values = headers.value(name, Json::array());
  values.is_null() ? rows.null(column) : write_texts(values, column, rows);
}

void write_cell(const Json& message, const std::string& name, std::uint32_t column,
                sdk::RowWriter& rows) {
  if (name == "restore") return rows.value(column, restore_token(message));
  if (name.starts_with("header:"))
    return write_header(property(message, "headers"), name.substr(7), column, rows);
  const Json value = property(message, name);
  if (value.is_null()) return rows.null(column);
  if (name == "received_at") return rows.i64(column, parse_time(value));
  if (name == "size_bytes" || name == "attachments") return rows.i64(column, value);
  if (name == "flags") return rows.u64(column, flag_bits(value));
  if (name == "from" || name == "to" || name == "cc") return write_addresses(value, column, rows);
  if (name == "labels") return write_texts(value, column, rows);
  rows.text(column, value.get<std::string>());
}

}  // namespace

std::string folder_of(const std::string& location) {
  if (location == "inbox") return "INBOX";
  std::string folder = location;
  if (!folder.empty()) folder[0] = static_cast<char>(folder[0] - 'a' + 'A');
  return folder;
}

Json property(const Json& message, const std::string& name) {
  if (message.contains(name)) return message[name];
  if (name == "thread") return message["id"];
  if (name == "folder") return folder_of(property(message, "location"));
  return defaults().value(name, Json());
}

void write_row(const Json& message, std::span<const std::string> columns, sdk::RowWriter& rows) {
  for (std::uint32_t i = 0; i < columns.size(); ++i) write_cell(message, columns[i], i, rows);
  rows.end_row();
}

}  // namespace mailcomb::recording
