// SPDX-License-Identifier: Apache-2.0
// Value: an owned tree of plain values, and its ways into and out of the ABI.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mailcomb/abi/value.h"
#include "mailcomb/text.hpp"

namespace mailcomb::sdk {

// A child of a list or map. A template, since clang needs its definition before that of Value.
template <class Child>
struct BasicMember {
  std::string key;
  Child value;
  friend bool operator==(const BasicMember& a, const BasicMember& b) {
    return a.key == b.key && a.value == b.value;
  }
};

// A map keeps the order of its keys. Getters of another kind answer empty, zero or false.
class Value {
 public:
  enum class Kind : std::uint32_t {
    kNull = MAILCOMB_VALUE_NULL,
    kBool = MAILCOMB_VALUE_BOOL,
    kI64 = MAILCOMB_VALUE_I64,
    kF64 = MAILCOMB_VALUE_F64,
    kText = MAILCOMB_VALUE_UTF8,
    kBytes = MAILCOMB_VALUE_BYTES,
    kList = MAILCOMB_VALUE_LIST,
    kMap = MAILCOMB_VALUE_MAP,
  };
  using Member = BasicMember<Value>;

  Value() = default;
  Value(bool value) : kind_(Kind::kBool), integer_(value) {}
  Value(int value) : kind_(Kind::kI64), integer_(value) {}
  Value(std::int64_t value) : kind_(Kind::kI64), integer_(value) {}
  Value(double value) : kind_(Kind::kF64), number_(value) {}
  Value(const char* text) : kind_(Kind::kText), text_(text) {}
  Value(std::string text) : kind_(Kind::kText), text_(std::move(text)) {}
  Value(std::string_view text) : kind_(Kind::kText), text_(text) {}

  static Value bytes(std::string bytes) {
    Value value(std::move(bytes));
    value.kind_ = Kind::kBytes;
    return value;
  }
  static Value list(std::vector<Value> items = {});
  static Value map(std::initializer_list<Member> members = {});

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }
  bool boolean() const { return kind_ == Kind::kBool && integer_ != 0; }
  std::int64_t integer() const { return kind_ == Kind::kI64 ? integer_ : 0; }
  double number() const { return kind_ == Kind::kI64 ? static_cast<double>(integer_) : number_; }
  const std::string& text() const { return text_; }  // Of text and of bytes.

  // Of lists and maps; the keys of a list's members are empty.
  const std::vector<Member>& members() const { return members_; }
  const Value* find(std::string_view key) const;
  const Value& operator[](std::string_view key) const;  // A null value if there is none.
  void push(Value item);
  void set(std::string_view key, Value value);

  friend bool operator==(const Value& a, const Value& b);

 private:
  Kind kind_ = Kind::kNull;
  std::int64_t integer_ = 0;
  double number_ = 0;
  std::string text_;
  std::vector<Member> members_;
};

inline bool operator==(const Value& a, const Value& b) {
  return a.kind_ == b.kind_ && a.integer_ == b.integer_ && a.number_ == b.number_ &&
         a.text_ == b.text_ && a.members_ == b.members_;
}

inline Value Value::list(std::vector<Value> items) {
  Value value;
  value.kind_ = Kind::kList;
  for (auto& item : items) value.push(std::move(item));
  return value;
}

inline Value Value::map(std::initializer_list<Member> members) {
  Value value;
  value.kind_ = Kind::kMap;
  value.members_ = members;
  return value;
}

inline const Value* Value::find(std::string_view key) const {
  for (const auto& member : members_)
    if (member.key == key) return &member.value;
  return nullptr;
}

inline const Value& Value::operator[](std::string_view key) const {
  static const Value kNothing;
  const Value* found = find(key);
  return found ? *found : kNothing;
}

inline void Value::push(Value item) { members_.push_back({{}, std::move(item)}); }

inline void Value::set(std::string_view key, Value value) {
  for (auto& member : members_)
    if (member.key == key) {
      member.value = std::move(value);
      return;
    }
  members_.push_back({std::string(key), std::move(value)});
}

// A value in the ABI's layout; `abi()` borrows from it.
class FlatValue {
 public:
  explicit FlatValue(const Value& value) { add({}, value); }

  mailcomb_value abi() const {
    return {sizeof(mailcomb_value), static_cast<std::uint32_t>(nodes_.size()), nodes_.data(),
            reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size()};
  }

 private:
  std::uint32_t store(std::string_view text) {
    const auto offset = static_cast<std::uint32_t>(bytes_.size());
    bytes_.append(text);
    return offset;
  }

  void add(std::string_view key, const Value& value) {
    const std::size_t at = nodes_.size();
    mailcomb_value_node node{};
    node.kind = static_cast<std::uint32_t>(value.kind());
    node.key_offset = store(key);
    node.key_size = static_cast<std::uint32_t>(key.size());
    node.text_offset = store(value.text());
    node.text_size = static_cast<std::uint32_t>(value.text().size());
    node.scalar = value.is(Value::Kind::kF64)    ? std::bit_cast<std::int64_t>(value.number())
                  : value.is(Value::Kind::kBool) ? value.boolean()
                                                 : value.integer();
    nodes_.push_back(node);
    for (const auto& member : value.members()) add(member.key, member.value);
    nodes_[at].subtree_nodes = static_cast<std::uint32_t>(nodes_.size() - at);
  }

  std::vector<mailcomb_value_node> nodes_;
  std::string bytes_;
};

namespace detail {

// Checks every count and offset, since the other side may be wrong.
class ValueReader {
 public:
  explicit ValueReader(const mailcomb_value& value) : value_(value) {}

  std::optional<Value> read() {
    if (value_.node_count == 0 || value_.nodes == nullptr) return {};
    if (value_.nodes[0].subtree_nodes != value_.node_count) return {};
    return read_node(0, 0);
  }

 private:
  static constexpr int kDepthMax = 64;

  std::optional<std::string_view> text(std::uint32_t offset, std::uint32_t size) const {
    if (std::uint64_t{offset} + size > value_.byte_count) return {};
    return std::string_view(reinterpret_cast<const char*>(value_.bytes) + offset, size);
  }

  std::optional<Value> read_node(std::uint32_t at, int depth) const {
    const auto& node = value_.nodes[at];
    const auto bytes = text(node.text_offset, node.text_size);
    if (!bytes || depth > kDepthMax) return {};
    switch (node.kind) {
      case MAILCOMB_VALUE_NULL: return Value();
      case MAILCOMB_VALUE_BOOL: return Value(node.scalar != 0);
      case MAILCOMB_VALUE_I64: return Value(node.scalar);
      case MAILCOMB_VALUE_F64: return Value(std::bit_cast<double>(node.scalar));
      case MAILCOMB_VALUE_UTF8: return Value(*bytes);
      case MAILCOMB_VALUE_BYTES: return Value::bytes(std::string(*bytes));
      case MAILCOMB_VALUE_LIST: return read_children(at, depth, Value::list());
      case MAILCOMB_VALUE_MAP: return read_children(at, depth, Value::map());
      default: return {};
    }
  }

  std::optional<Value> read_children(std::uint32_t parent, int depth, Value into) const {
    const std::uint64_t end = std::uint64_t{parent} + value_.nodes[parent].subtree_nodes;
    for (std::uint64_t at = parent + 1; at < end;) {
      const auto& node = value_.nodes[at];
      if (node.subtree_nodes == 0 || at + node.subtree_nodes > end) return {};
      const auto key = text(node.key_offset, node.key_size);
      auto child = read_node(static_cast<std::uint32_t>(at), depth + 1);
      if (!key || !child) return {};
      if (into.is(Value::Kind::kList)) {
        into.push(std::move(*child));
      } else {
        if (into.find(*key)) return {};
        into.set(*key, std::move(*child));
      }
      at += node.subtree_nodes;
    }
    return into;
  }

  const mailcomb_value& value_;
};

}  // namespace detail

// Empty if the tree is malformed: offsets out of range, duplicate keys, deeper than 64.
inline std::optional<Value> read_value(const mailcomb_value& value) {
  return detail::ValueReader(value).read();
}

// Sends a value through the other side's builder; the first status that is not OK ends it.
inline mailcomb_status write_value(const mailcomb_value_builder& to, const Value& value,
                                   std::string_view key = {}) {
  const auto name = slice(key);
  switch (value.kind()) {
    case Value::Kind::kNull: return to.add_null(to.context, name);
    case Value::Kind::kBool: return to.add_bool(to.context, name, value.boolean());
    case Value::Kind::kI64: return to.add_i64(to.context, name, value.integer());
    case Value::Kind::kF64: return to.add_f64(to.context, name, value.number());
    case Value::Kind::kText: return to.add_utf8(to.context, name, slice(value.text()));
    case Value::Kind::kBytes: return to.add_bytes(to.context, name, byte_slice(value.text()));
    case Value::Kind::kList:
    case Value::Kind::kMap: break;
  }
  const auto open = value.is(Value::Kind::kList) ? to.open_list : to.open_map;
  if (const auto status = open(to.context, name); status != MAILCOMB_OK) return status;
  for (const auto& member : value.members())
    if (const auto status = write_value(to, member.value, member.key); status != MAILCOMB_OK)
      return status;
  return to.close(to.context);
}

}  // namespace mailcomb::sdk
