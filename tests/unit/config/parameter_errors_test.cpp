// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "unit/config/configured.hpp"

namespace mailcomb::config {
namespace {

using testing::complaint;
using testing::configured;
using testing::to_texts;

TEST(ParameterErrors, all_come_in_one_pass_with_places) {
  const auto config = configured("days: soon\npath: ~ann/Mail\nlable: x\norder: oldes\n");
  ASSERT_FALSE(config);
  EXPECT_EQ(to_texts(config.error()),
            "p.yaml:1:7: 'days' of rule type 'sift' must be an integer from 1 to 365000, not "
            "'soon'\n"
            "  days: soon\n"
            "        ^\n"
            "p.yaml:2:7: 'path' of rule type 'sift' cannot be '~ann/Mail'\n"
            "  path: ~ann/Mail\n"
            "        ^\n"
            "  hint: only ~/ is known, the home folder; write the path from / on\n"
            "p.yaml:3:1: unknown parameter 'lable' of rule type 'sift'\n"
            "  lable: x\n"
            "  ^\n"
            "  hint: did you mean 'label'?\n"
            "p.yaml:4:8: 'order' of rule type 'sift' must be one of 'oldest', 'newest', not "
            "'oldes'\n"
            "  order: oldes\n"
            "         ^\n"
            "  hint: did you mean 'oldest'?\n");
}

TEST(ParameterErrors, numbers) {
  const std::string days = "'days' of rule type 'sift' must be an integer from 1 to 365000, not ";
  EXPECT_EQ(complaint("{path: /, days: 0}"), days + "'0'");
  EXPECT_EQ(complaint("{path: /, days: 400000}"), days + "'400000'");
  EXPECT_EQ(complaint("{path: /, days: 1.5}"), days + "'1.5'");
  EXPECT_EQ(complaint("{path: /, days: 007}"), days + "'007'");
  EXPECT_EQ(complaint("{path: /, days: 99999999999999999999}"), days + "'99999999999999999999'");
  EXPECT_EQ(complaint("{path: /, days: '30'}"), days + "'30' | leave the quotes out");
  EXPECT_EQ(complaint("{path: /, days: 12w}"), days + "'12w' | write the number of days alone: 84");
  EXPECT_EQ(complaint("{path: /, days: [1]}"), days + "a list");
  EXPECT_EQ(complaint("{path: /, days: }"), "'days' of rule type 'sift' has no value");
  EXPECT_EQ(complaint("{path: /, retries: -1}"),
            "'retries' of rule type 'sift' must be an integer of at least 0, not '-1'");
  EXPECT_EQ(complaint("{path: /, share: much}"),
            "'share' of rule type 'sift' must be a number of at least 0, not 'much'");
  EXPECT_EQ(complaint("{path: /, share: .inf}"),
            "'share' of rule type 'sift' must be a number of at least 0, not '.inf'");
}

TEST(ParameterErrors, booleans) {
  EXPECT_EQ(complaint("{path: /, strict: yes}"),
            "'strict' of rule type 'sift' must be true or false, not 'yes'");
  EXPECT_EQ(complaint("{path: /, strict: 'true'}"),
            "'strict' of rule type 'sift' must be true or false, not 'true'");
}

TEST(ParameterErrors, texts) {
  EXPECT_EQ(complaint("{path: /, label: ''}"),
            "'label' of rule type 'sift' must be a text that is not empty, not ''");
  EXPECT_EQ(complaint("{path: /, label: no}"),
            "unquoted 'no' is a boolean to YAML 1.1, but 'label' of rule type 'sift' needs a text "
            "| if the text is meant, quote it: \"no\"");
  EXPECT_EQ(complaint("path: ~"),
            "unquoted '~' is nothing to YAML 1.1, but 'path' of rule type 'sift' needs a text | if "
            "the text is meant, quote it: \"~\"");
  EXPECT_EQ(complaint("path: {a: b}"), "'path' of rule type 'sift' must be a path, not a mapping");
  EXPECT_EQ(complaint("path: " + std::string(20'000, 'x')),
            "'path' of rule type 'sift' is longer than 16 KiB");
}

TEST(ParameterErrors, what_is_missing_or_too_much) {
  EXPECT_EQ(complaint("{}"), "rule type 'sift' lacks 'path' | it is the folder");
  EXPECT_EQ(complaint("{path: /, color: red}"),
            "unknown parameter 'color' of rule type 'sift' | its parameters are days, label, "
            "order, path, retries, share, strict");
  EXPECT_EQ(complaint("[a]"), "rule type 'sift' takes a mapping, not a list");
  EXPECT_EQ(complaint("{days: 3}", R"({"type":"object","additionalProperties":false})"),
            "unknown parameter 'days' of rule type 'sift' | it has no parameters");
}

TEST(ParameterErrors, no_home_folder) {
  const auto config = configured("path: ~/Mail", testing::kSchema, {"", "/"});
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error()[0].message, "'path' of rule type 'sift' cannot be '~/Mail'");
  EXPECT_EQ(config.error()[0].hint, "there is no home folder; write the path from / on");
}

}  // namespace
}  // namespace mailcomb::config
