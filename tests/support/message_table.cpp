// SPDX-License-Identifier: Apache-2.0
#include "support/message_table.hpp"

namespace mailcomb::testing {
namespace {

// Borrows from `text`.
mailcomb_address address_of(std::string_view text) {
  const auto open = text.find('<');
  if (open == std::string_view::npos) return {{}, sdk::slice(text)};
  const auto name = text.substr(0, open == 0 ? 0 : open - 1);
  return {sdk::slice(name), sdk::slice(text.substr(open + 1, text.size() - open - 2))};
}

const std::vector<plugin::ColumnSpec> kPlainColumns = {
    {"id", MAILCOMB_COLUMN_UTF8},         {"thread", MAILCOMB_COLUMN_UTF8},
    {"received_at", MAILCOMB_COLUMN_I64}, {"size_bytes", MAILCOMB_COLUMN_I64},
    {"flags", MAILCOMB_COLUMN_U64},       {"location", MAILCOMB_COLUMN_UTF8},
    {"folder", MAILCOMB_COLUMN_UTF8},     {"from", MAILCOMB_COLUMN_ADDRESSES},
    {"to", MAILCOMB_COLUMN_ADDRESSES},    {"cc", MAILCOMB_COLUMN_ADDRESSES},
    {"subject", MAILCOMB_COLUMN_UTF8},    {"labels", MAILCOMB_COLUMN_UTF8_LIST},
    {"category", MAILCOMB_COLUMN_UTF8},   {"importance", MAILCOMB_COLUMN_UTF8},
    {"attachments", MAILCOMB_COLUMN_I64}};

const std::set<std::string> kHeaders = {
    "header:list-post",  "header:list-unsubscribe", "header:precedence",  "header:auto-submitted",
    "header:message-id", "header:references",       "header:in-reply-to", "header:x-spam-flag",
    "header:list-id",    "header:x-priority",       "header:importance",  "header:x-gm-thrid"};

}  // namespace

const std::string& TestMessage::text(const std::string& column) const {
  if (column == "id") return id_;
  if (column == "thread") return thread_;
  if (column == "folder") return state_.folder;
  if (column == "importance") return importance_;
  return column == "subject" ? subject_ : category_;
}

std::int64_t TestMessage::number(const std::string& column) const {
  if (column == "received_at") return received_at_ms_;
  return column == "attachments" ? attachments_ : size_bytes_;
}

void TestMessage::write_texts(const Texts& texts, std::uint32_t at, sdk::RowWriter& row) const {
  std::vector<mailcomb_str> items;
  for (const auto& text : texts) items.push_back(sdk::slice(text));
  row.texts(at, items);
}

void TestMessage::write_addresses(const Texts& texts, std::uint32_t at, sdk::RowWriter& row) const {
  std::vector<mailcomb_address> items;
  for (const auto& text : texts) items.push_back(address_of(text));
  row.addresses(at, items);
}

void TestMessage::write(const plugin::ColumnSpec& column, std::uint32_t at,
                        sdk::RowWriter& row) const {
  if (unknown_.contains(column.name)) return row.null(at);
  switch (column.type) {
    case MAILCOMB_COLUMN_I64: return row.i64(at, number(column.name));
    case MAILCOMB_COLUMN_U64: return row.u64(at, state_.flags);
    case MAILCOMB_COLUMN_ADDRESSES: return write_addresses(list(column.name), at, row);
    case MAILCOMB_COLUMN_UTF8_LIST:
      return write_texts(column.name == "labels" ? state_.labels : list(column.name), at, row);
    default: break;
  }
  row.text(at, column.name == "location" ? mail::to_text(state_.location) : text(column.name));
}

std::vector<plugin::ColumnSpec> MessageTable::columns() const {
  auto headers = kHeaders;
  for (const auto& message : messages_) {
    for (const auto& [name, texts] : message.lists_) headers.insert(name);
    headers.insert(message.unknown_.begin(), message.unknown_.end());
  }
  std::erase_if(headers, [](const auto& name) { return !name.starts_with("header:"); });
  auto columns = kPlainColumns;
  for (const auto& name : headers) columns.push_back({name, MAILCOMB_COLUMN_UTF8_LIST});
  std::erase_if(columns, [&](const auto& column) { return missing_.contains(column.name); });
  return columns;
}

plugin::Batch MessageTable::batch(std::uint64_t first_ordinal) const {
  const auto specs = columns();
  plugin::BatchBuilder builder(specs);
  const auto writer = builder.writer();
  sdk::RowWriter row(&writer);
  for (const auto& message : messages_) {
    for (std::uint32_t i = 0; i < specs.size(); ++i) message.write(specs[i], i, row);
    row.end_row();
  }
  return builder.finish(first_ordinal);
}

}  // namespace mailcomb::testing
