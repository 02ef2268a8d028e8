// SPDX-License-Identifier: Apache-2.0
// The annotated mailcomb.yaml: valid as it is, and with every key that the schema knows in it.
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "config/composition_schema.hpp"
#include "unit/config/composition_fixture.hpp"

namespace mailcomb::config {
namespace {

std::string annotated() {
  std::ostringstream text;
  text << std::ifstream(CONFIGS_DIR "/mailcomb.yaml").rdbuf();
  return text.str();
}

void collect_keys(const nlohmann::json& schema, std::vector<std::string>& keys) {
  if (schema.contains("properties"))
    for (const auto& [key, property] : schema["properties"].items()) {
      keys.push_back(key);
      collect_keys(property, keys);
    }
  if (schema.contains("additionalProperties") && schema["additionalProperties"].is_object())
    collect_keys(schema["additionalProperties"], keys);
}

TEST(Annotated, is_valid) {
  const auto read = testing::composition(annotated());
  EXPECT_EQ(read.mailboxes.size(), 1U);
  EXPECT_EQ(read.pipelines.front().execute, false);
  EXPECT_TRUE(read.notes.empty());
}

TEST(Annotated, has_every_key) {
  std::vector<std::string> keys;
  collect_keys(nlohmann::json::parse(composition_schema()), keys);
  ASSERT_GT(keys.size(), 30U);
  const auto text = annotated();
  for (const auto& key : keys) EXPECT_NE(text.find(key + ":"), std::string::npos) << key;
}

}  // namespace
}  // namespace mailcomb::config
