// SPDX-License-Identifier: Apache-2.0
#include "journal/value_json.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

namespace mailcomb::journal {
namespace {

using sdk::Value;

Value there_and_back(const Value& value) {
  const auto text = to_json(value).dump();
  const auto back = value_from_json(nlohmann::ordered_json::parse(text));
  return back ? *back : Value("unreadable: " + text);
}

TEST(ValueJson, loses_nothing) {
  const Value values[] = {Value(),
                          Value(true),
                          Value(false),
                          Value(0),
                          Value(std::numeric_limits<std::int64_t>::min()),
                          Value(std::numeric_limits<std::int64_t>::max()),
                          Value(0.1),
                          Value(1.0),
                          Value(-0.5),
                          Value(""),
                          Value("Grüße\n\"\\"),
                          Value(std::string("a\0b", 3)),
                          Value::bytes(std::string("\0\xFF\x80z", 4)),
                          Value::bytes(""),
                          Value::list(),
                          Value::list({Value(1), Value::list({Value()}), Value::map()}),
                          Value::map(),
                          Value::map({{"a", 1}, {"b", Value::map({{"c", Value::list({"d"})}})}})};
  for (const auto& value : values) EXPECT_EQ(there_and_back(value), value) << to_json(value);
}

TEST(ValueJson, keeps_the_order_of_keys) {
  const auto map = Value::map({{"z", 1}, {"a", Value::map({{"y", 2}, {"b", 3}})}, {"m", 4}});
  EXPECT_EQ(there_and_back(map), map) << to_json(map);
}

TEST(ValueJson, tells_maps_with_marks_from_its_own) {
  const Value values[] = {Value::map({{"$bytes", "00"}}),
                          Value::map({{"$map", Value::map({{"a", 1}})}}),
                          Value::map({{"$", 1}, {"b", 2}}), Value::map({{"a", 1}, {"$bytes", "x"}}),
                          Value::map({{"a", Value::map({{"$map", Value()}})}})};
  for (const auto& value : values) EXPECT_EQ(there_and_back(value), value) << to_json(value);
}

TEST(ValueJson, is_readable) {
  EXPECT_EQ(to_json(Value::map({{"path", "cur/1"}, {"raw", Value::bytes("\x01\xAB")}})).dump(),
            R"({"path":"cur/1","raw":{"$bytes":"01ab"}})");
}

TEST(ValueJson, reads_nothing_that_it_does_not_write) {
  for (const char* text :
       {R"({"$bytes":"0"})", R"({"$bytes":"0g"})", R"({"$bytes":1})", R"({"$other":1})",
        R"({"$map":1})", R"({"$map":[1]})", R"([{"$bytes":"AB"}])", "18446744073709551615"})
    EXPECT_FALSE(value_from_json(nlohmann::ordered_json::parse(text))) << text;
}

}  // namespace
}  // namespace mailcomb::journal
