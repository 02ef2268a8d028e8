// SPDX-License-Identifier: Apache-2.0
#include "mail/state_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "mailcomb/abi/column.h"

namespace mailcomb::mail {
namespace {

using nlohmann::json;

const State kState{
    MAILCOMB_FLAG_UNREAD | MAILCOMB_FLAG_IMPORTANT, Location::kOther, "Grüße", {"A", "B"}};
const char* kText =
    R"({"flags":["unread","important"],"folder":"Grüße","labels":["A","B"],"location":"other"})";

TEST(StateJson, is_what_the_journal_keeps) {
  EXPECT_EQ(to_json(kState).dump(), kText);
  EXPECT_EQ(state_from_json(json::parse(kText)), kState);
}

TEST(StateJson, reads_nothing_else) {
  const std::pair<const char*, json> changes[] = {{"/flags", nullptr},   {"/flags", json({"seen"})},
                                                  {"/flags", json({1})}, {"/location", "attic"},
                                                  {"/location", 1},      {"/folder", nullptr},
                                                  {"/labels", "A"},      {"/labels", json({1})}};
  for (const auto& [path, value] : changes) {
    auto changed = to_json(kState);
    changed[json::json_pointer(path)] = value;
    EXPECT_FALSE(state_from_json(changed)) << changed;
  }
  for (const char* key : {"flags", "location", "folder", "labels"}) {
    auto without = to_json(kState);
    without.erase(key);
    EXPECT_FALSE(state_from_json(without)) << key;
  }
  for (const json& other : {json(), json::array(), json("state"), json(1)})
    EXPECT_FALSE(state_from_json(other)) << other;
}

}  // namespace
}  // namespace mailcomb::mail
