// SPDX-License-Identifier: Apache-2.0
#include "plugin/value_builder.hpp"

#include "mailcomb/text.hpp"
#include "plugin/utf8.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::Value;

ValueBuilder& self(void* context) { return *static_cast<ValueBuilder*>(context); }

bool is_valid_text(mailcomb_str text) {
  return (text.data != nullptr || text.size == 0) && is_utf8(sdk::view(text));
}

}  // namespace

mailcomb_value_builder ValueBuilder::builder() {
  mailcomb_value_builder to{};
  to.struct_size = sizeof to;
  to.context = this;
  to.add_null = [](void* at, mailcomb_str key) noexcept { return self(at).add(key, Value()); };
  to.add_bool = [](void* at, mailcomb_str key, std::int32_t value) noexcept {
    return self(at).add(key, Value(value != 0));
  };
  to.add_i64 = [](void* at, mailcomb_str key, std::int64_t value) noexcept {
    return self(at).add(key, Value(value));
  };
  to.add_f64 = [](void* at, mailcomb_str key, double value) noexcept {
    return self(at).add(key, Value(value));
  };
  to.add_utf8 = [](void* at, mailcomb_str key, mailcomb_str value) noexcept {
    return self(at).add_text(key, value);
  };
  to.add_bytes = [](void* at, mailcomb_str key, mailcomb_bytes value) noexcept {
    if (!value.data && value.size > 0) return self(at).refuse("bytes without data");
    const auto* data = reinterpret_cast<const char*>(value.data);
    return self(at).add(key, Value::bytes(std::string(std::string_view(data, value.size))));
  };
  to.open_list = [](void* at, mailcomb_str key) noexcept {
    return self(at).open(key, Value::list());
  };
  to.open_map = [](void* at, mailcomb_str key) noexcept {
    return self(at).open(key, Value::map());
  };
  to.close = [](void* at) noexcept { return self(at).close(); };
  return to;
}

mailcomb_status ValueBuilder::refuse(std::string why) {
  if (misuse_.empty()) misuse_ = std::move(why);
  return MAILCOMB_INVALID;
}

bool ValueBuilder::check_key(mailcomb_str key) {
  if (!misuse_.empty()) return false;
  const bool is_in_map = !open_.empty() && open_.back().value.is(Value::Kind::kMap);
  if (!is_valid_text(key)) {
    refuse("a key is not UTF-8");
  } else if (!is_in_map && key.size > 0) {
    refuse("the key '" + printable(sdk::view(key)) + "' stands outside of a map");
  } else if (is_in_map && open_.back().value.find(sdk::view(key))) {
    refuse("the key '" + printable(sdk::view(key)) + "' comes twice in one map");
  } else if (open_.empty() && root_) {
    refuse("a second value follows the first");
  }
  return misuse_.empty();
}

mailcomb_status ValueBuilder::place(std::string_view key, Value value) {
  if (open_.empty()) {
    root_ = std::move(value);
  } else if (Value& parent = open_.back().value; parent.is(Value::Kind::kMap)) {
    parent.set(key, std::move(value));
  } else {
    parent.push(std::move(value));
  }
  return MAILCOMB_OK;
}

mailcomb_status ValueBuilder::add(mailcomb_str key, Value value) {
  if (!check_key(key)) return MAILCOMB_INVALID;
  return place(sdk::view(key), std::move(value));
}

mailcomb_status ValueBuilder::add_text(mailcomb_str key, mailcomb_str text) {
  if (!check_key(key)) return MAILCOMB_INVALID;
  if (!is_valid_text(text))
    return refuse("the text of '" + printable(sdk::view(key)) + "' is not UTF-8");
  return place(sdk::view(key), Value(sdk::view(text)));
}

mailcomb_status ValueBuilder::open(mailcomb_str key, Value value) {
  if (!check_key(key)) return MAILCOMB_INVALID;
  if (open_.size() == kDepthMax)
    return refuse("the value is deeper than " + std::to_string(kDepthMax));
  open_.push_back({std::string(sdk::view(key)), std::move(value)});
  return MAILCOMB_OK;
}

mailcomb_status ValueBuilder::close() {
  if (!misuse_.empty()) return MAILCOMB_INVALID;
  if (open_.empty()) return refuse("close without an open list or map");
  Open closed = std::move(open_.back());
  open_.pop_back();
  return place(closed.key, std::move(closed.value));
}

std::optional<Value> ValueBuilder::take() {
  if (misuse_.empty() && !open_.empty()) misuse_ = "a list or map was not closed";
  if (misuse_.empty() && !root_) misuse_ = "no value was built";
  if (!misuse_.empty()) return {};
  return std::exchange(root_, {});
}

}  // namespace mailcomb::plugin
