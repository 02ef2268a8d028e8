// SPDX-License-Identifier: Apache-2.0
#include "plugin/column_buffer.hpp"

#include <bit>
#include <limits>

#include "mailcomb/text.hpp"
#include "plugin/utf8.hpp"

namespace mailcomb::plugin {
namespace {

constexpr std::uint64_t kOffsetMax = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kRepairGrowth = 3;  // One wrong byte becomes the three of U+FFFD.

mailcomb_batch_span span(std::size_t first, std::size_t end) {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - first)};
}

}  // namespace

void ColumnBuffer::add(std::uint64_t value, std::uint8_t is_null) {
  items_before_ = items_.size();
  text_before_ = text_.size();
  nulls_.push_back(is_null);
  values_.push_back(value);
}

void ColumnBuffer::add_cell(std::size_t first, std::size_t end) {
  nulls_.push_back(0);
  values_.push_back(std::bit_cast<std::uint64_t>(span(first, end)));
}

bool ColumnBuffer::fits(std::uint64_t size) const {
  return size <= kOffsetMax && text_.size() + size * kRepairGrowth <= kOffsetMax;
}

bool ColumnBuffer::add_text(std::string_view text) {
  if (!fits(text.size())) return false;
  items_before_ = items_.size();
  text_before_ = text_.size();
  append_utf8(text_, text);
  add_cell(text_before_, text_.size());
  return true;
}

bool ColumnBuffer::add_bytes(std::string_view bytes) {
  if (!fits(bytes.size())) return false;
  items_before_ = items_.size();
  text_before_ = text_.size();
  text_.append(bytes);
  add_cell(text_before_, text_.size());
  return true;
}

void ColumnBuffer::add_item(mailcomb_str text) {
  const std::size_t first = text_.size();
  append_utf8(text_, sdk::view(text));
  items_.push_back(span(first, text_.size()));
}

bool ColumnBuffer::undo(std::size_t items, std::size_t text) {
  items_.resize(items);
  text_.resize(text);
  return false;
}

bool ColumnBuffer::add_texts(const mailcomb_str* items, std::uint64_t count) {
  const std::size_t items_before = items_.size(), text_before = text_.size();
  for (std::uint64_t i = 0; i < count; ++i) {
    if (!fits(items[i].size) || items_.size() >= kOffsetMax) return undo(items_before, text_before);
    add_item(items[i]);
  }
  items_before_ = items_before;
  text_before_ = text_before;
  add_cell(items_before, items_.size());
  return true;
}

bool ColumnBuffer::add_addresses(const mailcomb_address* items, std::uint64_t count) {
  const std::size_t items_before = items_.size(), text_before = text_.size();
  for (std::uint64_t i = 0; i < count; ++i) {
    for (const mailcomb_str& part : {items[i].name, items[i].address}) {
      if (!fits(part.size) || items_.size() >= kOffsetMax) return undo(items_before, text_before);
      add_item(part);
    }
  }
  items_before_ = items_before;
  text_before_ = text_before;
  // An address is a pair of items, and the cell counts addresses.
  add_cell(items_before / 2, items_.size() / 2);
  return true;
}

void ColumnBuffer::drop_last() {
  nulls_.pop_back();
  values_.pop_back();
  undo(items_before_, text_before_);
}

void ColumnBuffer::clear() {
  nulls_.clear();
  values_.clear();
  items_.clear();
  text_.clear();
}

}  // namespace mailcomb::plugin
