// SPDX-License-Identifier: Apache-2.0
#include "config/secrets.hpp"

#include "support/yaml.hpp"
#include "unit/config/composition_fixture.hpp"

namespace mailcomb::config {
namespace {

constexpr const char* kUrl =
    "version: 1\nstores:\n  s: {type: t, url: \"db://me:hunter2@host/x\"}\n";

std::string complaint(const std::string& text, const testing::Variables& variables = {}) {
  const auto read = testing::composed(text, variables, Readers::kOthers);
  return read ? "no error" : testing::to_texts(read.error());
}

TEST(Secrets, are_refused_where_others_read_them) {
  EXPECT_EQ(complaint(kUrl),
            "m.yaml:3:21: this has a password in it, and others may read the file\n"
            "  hint: take that right away: chmod go-r FILE; or write ${env:NAME} instead\n");
  EXPECT_EQ(testing::complaints(kUrl), "no error");
  EXPECT_EQ(complaint("version: 1\nstores: {s: {type: t, url: \"${env:URL}\"}}\n",
                      {{"URL", "db://me:hunter2@host/x"}}),
            "no error");
  EXPECT_EQ(complaint("version: 1\nstores: {s: {type: t, url: \"db://me@host:5432/x\"}}\n"),
            "no error");
}

TEST(Secrets, are_masked_in_other_errors) {
  EXPECT_EQ(
      testing::complaints("version: 1\n"
                          "stores: {s: {type: t, retention: 1, url: \"db://me:hünter2@h\"}}\n"),
      "m.yaml:2:34: 'stores.s.retention' of the configuration must be a mapping, not '1'\n"
      "  stores: {s: {type: t, retention: 1, url: \"db://me:*******@h\"}}\n"
      "                                   ^\n");
}

TEST(Secrets, are_what_a_component_says) {
  const std::string schema = R"({"properties": {
    "token": {"type": "string", "writeOnly": true}, "user": {"type": "string"},
    "login": {"properties": {"password": {"writeOnly": true}}}}})";
  const auto node = parse_yaml("{token: a, user: b, login: {password: c}}", "m.yaml").value();
  EXPECT_EQ(testing::to_texts(find_written_secrets(node, schema)),
            "m.yaml:1:9: 'token' is a secret, and others may read the file\n"
            "  hint: take that right away: chmod go-r FILE; or write ${env:NAME} instead\n"
            "m.yaml:1:39: 'password' is a secret, and others may read the file\n"
            "  hint: take that right away: chmod go-r FILE; or write ${env:NAME} instead\n");
}

}  // namespace
}  // namespace mailcomb::config
