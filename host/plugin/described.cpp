// SPDX-License-Identifier: Apache-2.0
#include "plugin/described.hpp"

namespace mailcomb::plugin {

using sdk::Value;

Described::Described(const Value& value) : value_(value) {
  if (!value.is(Value::Kind::kMap)) complain("the answer is not a map");
}

void Described::complain(std::string what) {
  if (complaint_.empty()) complaint_ = std::move(what);
}

const Value* Described::find(std::string_view key, Value::Kind kind, std::string_view expected) {
  const Value* found = value_.find(key);
  if (!found || found->is(kind)) return found;
  complain("'" + std::string(key) + "' is not " + std::string(expected));
  return nullptr;
}

std::string Described::text(std::string_view key) {
  const Value* found = find(key, Value::Kind::kText, "text");
  return found ? found->text() : std::string();
}

std::int64_t Described::integer(std::string_view key, std::int64_t fallback) {
  const Value* found = find(key, Value::Kind::kI64, "an integer");
  return found ? found->integer() : fallback;
}

std::vector<std::string> Described::texts(std::string_view key) {
  std::vector<std::string> read;
  const Value* found = find(key, Value::Kind::kList, "a list");
  if (!found) return read;
  for (const auto& member : found->members()) {
    if (!member.value.is(Value::Kind::kText))
      complain("'" + std::string(key) + "' holds something that is not text");
    read.push_back(member.value.text());
  }
  return read;
}

const Value& Described::map(std::string_view key) {
  static const Value kEmpty = Value::map();
  const Value* found = find(key, Value::Kind::kMap, "a map");
  return found ? *found : kEmpty;
}

}  // namespace mailcomb::plugin
