// SPDX-License-Identifier: Apache-2.0
#include "pipeline/given_mailbox.hpp"

#include <algorithm>

#include "mailcomb/plugin.hpp"
#include "plugin/column_types.hpp"
#include "plugin/descriptor.hpp"

namespace mailcomb::pipeline {
namespace {

using sdk::Value;

constexpr const char* kColumns[] = {"id",       "received_at", "size_bytes", "flags",
                                    "location", "folder",      "from",       "to",
                                    "cc",       "subject",     "header:*"};
// Known to providers of some versions only: asked for by a filter, or not at all.
constexpr const char* kLaterColumns[] = {"attachments"};

// Borrows from `text`: "Ann <ann@example.org>", or an address alone.
mailcomb_address address_of(std::string_view text) {
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || !text.ends_with('>')) return {{}, sdk::slice(text)};
  auto name = text.substr(0, open);
  while (name.ends_with(' ')) name.remove_suffix(1);
  return {sdk::slice(name), sdk::slice(text.substr(open + 1, text.size() - open - 2))};
}

// A conversation of its own, and the category of people's letters; the rest is nothing.
Value unsaid(const std::string& column, const Value& id) {
  if (column == "thread") return id;
  if (column == "category") return "primary";
  if (column == "importance") return "medium";
  return {};
}

void write_cell(const Value& value, std::uint32_t type, std::uint32_t at, sdk::RowWriter& rows) {
  std::vector<mailcomb_str> texts;
  std::vector<mailcomb_address> addresses;
  for (const auto& member : value.members()) {
    texts.push_back(sdk::slice(member.value.text()));
    addresses.push_back(address_of(member.value.text()));
  }
  switch (type) {
    case MAILCOMB_COLUMN_I64: return rows.i64(at, value.integer());
    case MAILCOMB_COLUMN_U64: return rows.u64(at, static_cast<std::uint64_t>(value.integer()));
    case MAILCOMB_COLUMN_UTF8: return rows.text(at, value.text());
    case MAILCOMB_COLUMN_UTF8_LIST: return rows.texts(at, texts);
    case MAILCOMB_COLUMN_ADDRESSES: return rows.addresses(at, addresses);
    default: return rows.null(at);
  }
}

void write_row(const Value& message, std::span<const std::string> columns, sdk::RowWriter& rows) {
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    const auto* told = message.find(columns[i]);
    if (told && told->is(Value::Kind::kNull))
      rows.null(i);
    else
      write_cell(told ? *told : unsaid(columns[i], message["id"]),
                 plugin::column_type(columns[i]).value_or(0), i, rows);
  }
  rows.end_row();
}

class GivenMailbox {
 public:
  class Scan {
   public:
    Scan(const Value& messages, std::span<const std::string> columns)
        : messages_(messages), columns_(columns.begin(), columns.end()) {}

    void next(const sdk::Call&, sdk::RowWriter& rows, std::uint64_t rows_max) {
      for (; rows_max > 0 && next_ < messages_.members().size(); --rows_max)
        write_row(messages_.members()[next_++].value, columns_, rows);
    }

   private:
    const Value& messages_;
    std::vector<std::string> columns_;
    std::size_t next_ = 0;
  };

  explicit GivenMailbox(const sdk::Config& config) : config_(config) {}

  Value describe() {
    return Value::map({{"account", "given"},
                       {"columns", config_["columns"]},
                       {"changes_per_batch", 1000},
                       {"cost_unit", "messages"}});
  }

  std::unique_ptr<Scan> scan(std::span<const std::string> columns, const Value*) {
    return std::make_unique<Scan>(config_["messages"], columns);
  }

  // Tests end with the plan.
  void observe(const sdk::Call&, std::span<const mailcomb_str>, std::span<const std::string>,
               sdk::RowWriter&) {}

 private:
  sdk::Config config_;
};

std::vector<Value> columns_of(const std::vector<policy::Given>& messages) {
  std::vector<Value> columns(std::begin(kColumns), std::end(kColumns));
  for (const auto column : policy::kOptionalColumns)
    if (std::any_of(messages.begin(), messages.end(),
                    [&](const auto& message) { return message.contains(std::string(column)); }))
      columns.emplace_back(column);
  return columns;
}

Value value_of(const policy::Given& message, std::size_t number) {
  auto row = Value::map({{"id", std::to_string(number)}});
  for (const auto& [column, value] : message) row.set(column, value);
  return row;
}

}  // namespace

Result<plugin::Mailbox> open_given_mailbox(const std::vector<policy::Given>& messages) {
  static const sdk::Plugin plugin("mailcomb", "1.0.0", [](sdk::Plugin& described) {
    described.provider<GivenMailbox>("given", "The messages of a policy's test");
  });
  const auto descriptor = plugin::read_descriptor(plugin.abi());
  if (!descriptor) return tl::unexpected(descriptor.error());
  std::vector<Value> rows;
  for (const auto& message : messages) rows.push_back(value_of(message, rows.size() + 1));
  return plugin::Mailbox::open(descriptor->components.front(),
                               Value::map({{"columns", Value::list(columns_of(messages))},
                                           {"messages", Value::list(std::move(rows))}}));
}

}  // namespace mailcomb::pipeline
