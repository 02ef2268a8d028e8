// SPDX-License-Identifier: Apache-2.0
#include "support/error.hpp"

#include <gtest/gtest.h>

namespace mailcomb {
namespace {

TEST(ErrorText, names_the_place_and_points_at_the_character) {
  const Error error{Fault::kInvalid,
                    "unknown key 'older_then' in rule 'news'",
                    "did you mean 'older_than'?",
                    "news.yaml",
                    12,
                    7,
                    "      older_then: 3d"};
  EXPECT_EQ(to_text(error),
            "news.yaml:12:7: unknown key 'older_then' in rule 'news'\n"
            "        older_then: 3d\n"
            "        ^\n"
            "  hint: did you mean 'older_than'?\n");
}

TEST(ErrorText, counts_characters_not_bytes) {
  const Error error{Fault::kInvalid, "x", "", "p", 1, 4, "äö: b"};
  EXPECT_EQ(to_text(error), "p:1:4: x\n  äö: b\n     ^\n");
}

TEST(ErrorText, without_a_place_is_the_message_alone) {
  EXPECT_EQ(to_text({Fault::kUsage, "no such command", "", "", 0, 0, ""}), "no such command\n");
}

}  // namespace
}  // namespace mailcomb
