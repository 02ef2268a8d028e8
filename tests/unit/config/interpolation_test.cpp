// SPDX-License-Identifier: Apache-2.0
#include "config/interpolation.hpp"

#include "unit/config/composition_fixture.hpp"

namespace mailcomb::config {
namespace {

using testing::complaints;
using testing::composition;
using testing::Variables;

std::string log_file(const std::string& text, const Variables& variables = {}) {
  return composition("version: 1\ntelemetry: {log: {file: '" + text + "'}}\n", variables).log.file;
}

TEST(Interpolation, puts_values_in_place) {
  const Variables variables = {{"A", "one"}, {"EMPTY", ""}};
  EXPECT_EQ(log_file("/x/${env:A}", variables), "/x/one");
  EXPECT_EQ(log_file("/${env:A}/${env:A}.log", variables), "/one/one.log");
  EXPECT_EQ(log_file("/x/${env:B:-two}", variables), "/x/two");
  EXPECT_EQ(log_file("/x/${env:EMPTY:-two}", variables), "/x/two");
  EXPECT_EQ(log_file("/x${env:EMPTY}", variables), "/x");
  EXPECT_EQ(log_file("/x/${env:B:-}", variables), "/x");
}

TEST(Interpolation, keeps_what_is_meant_literally) {
  EXPECT_EQ(log_file("/x/$${env:A}"), "/x/${env:A}");
  EXPECT_EQ(log_file("/x/$A $"), "/x/$A $");
}

TEST(Interpolation, is_not_done_twice) {
  EXPECT_EQ(log_file("/${env:A}", {{"A", "${env:B}"}}), "/${env:B}");
}

TEST(Interpolation, gives_numbers_and_booleans) {
  const auto read = composition(
      "version: 1\n"
      "mailboxes: {m: {provider: p}}\n"
      "pipelines: {n: {mailboxes: [m], execute: \"${env:GO}\", backlog: {per_run: "
      "\"${env:MAX:-50}\"}}}\n",
      {{"GO", "true"}});
  EXPECT_EQ(read.pipelines.front().execute, true);
  EXPECT_EQ(read.pipelines.front().backlog->per_run, 50);
}

TEST(Interpolation, names_a_variable_that_is_not_set) {
  EXPECT_EQ(complaints("version: 1\nmailboxes:\n  me: {provider: p, token: \"${env:TOKEN}\"}\n"),
            "m.yaml:3:28: the environment variable TOKEN is not set\n"
            "    me: {provider: p, token: \"${env:TOKEN}\"}\n"
            "                             ^\n"
            "  hint: set it, or write a default: ${env:TOKEN:-default}\n");
}

TEST(Interpolation, tells_what_it_does_not_know) {
  EXPECT_EQ(
      complaints("version: 1\naudit:\n  detail: ${DETAIL}\n"),
      "m.yaml:3:11: '${DETAIL}' means nothing here\n"
      "    detail: ${DETAIL}\n"
      "            ^\n"
      "  hint: did you mean '${env:DETAIL}'?\n"
      "m.yaml:3:11: 'audit.detail' of the configuration must be one of 'metadata', 'ids', not "
      "'${DETAIL}'\n"
      "    detail: ${DETAIL}\n"
      "            ^\n");
  const std::string log = "version: 1\ntelemetry:\n  log: {file: '";
  EXPECT_EQ(complaints(log + "${env:A'}\n"),
            "m.yaml:3:15: '${env:A' is not closed\n"
            "    log: {file: '${env:A'}\n"
            "                ^\n"
            "  hint: write ${env:NAME} or ${env:NAME:-default}; $${ is a literal ${\n");
  EXPECT_EQ(complaints(log + "${file:x}'}\n"),
            "m.yaml:3:15: '${file:x}' means nothing here\n"
            "    log: {file: '${file:x}'}\n"
            "                ^\n"
            "  hint: write ${env:NAME} or ${env:NAME:-default}; $${ is a literal ${\n");
}

TEST(Interpolation, never_shows_what_a_variable_holds) {
  const Variables secret = {{"S", "hunter2"}};
  const auto said = complaints(
      "version: 1\n"
      "plugins: {isolation: \"${env:S}\", pins: {a.so: \"${env:S}\"}}\n"
      "mailboxes: {m: {provider: p}}\n"
      "stores: {s: {type: t, retention: {runs: \"${env:S}\"}}}\n"
      "pipelines:\n"
      "  n: {mailboxes: [\"${env:S}\"], store: \"${env:S}\", execute: \"${env:S}\", deadline: "
      "\"${env:S}\", backlog: {per_run: \"${env:S}\"}}\n",
      secret);
  EXPECT_EQ(said.find("hunter2"), std::string::npos) << said;
  EXPECT_NE(said.find("'pipelines.n.execute' of the configuration must be true or false, not "
                      "'${env:S}'"),
            std::string::npos)
      << said;
  EXPECT_NE(said.find("'${env:S}' is no time span"), std::string::npos) << said;
  EXPECT_NE(said.find("'${env:S}' is no duration"), std::string::npos) << said;
  EXPECT_NE(said.find("'${env:S}' is no pin"), std::string::npos) << said;
  EXPECT_NE(said.find("there is no mailbox '${env:S}'"), std::string::npos) << said;
  EXPECT_NE(said.find("there is no store '${env:S}'"), std::string::npos) << said;
}

}  // namespace
}  // namespace mailcomb::config
