// SPDX-License-Identifier: Apache-2.0
#include "rules-builtin/subject.hpp"

#include <gtest/gtest.h>

namespace mailcomb::rules_builtin {
namespace {

TEST(PlainSubject, is_without_what_replies_put_before_it) {
  for (const char* subject :
       {"Weekly report", "weekly  REPORT", " Weekly\treport ", "Re: Weekly report",
        "RE: re: Fwd: Weekly report", "AW: WG: Weekly report", "Re[2]: Weekly report",
        "Re(3): Weekly report", "Re^4: Weekly report", "Re*5: Weekly report", "Fw : Weekly report",
        "[list] Weekly report", "Re: [list] Weekly report", "[list] Re: [other] Weekly report"})
    EXPECT_EQ(plain_subject(subject), "weekly report") << subject;
}

TEST(PlainSubject, keeps_what_only_looks_like_it) {
  EXPECT_EQ(plain_subject("Reply: soon"), "reply: soon");
  EXPECT_EQ(plain_subject("Re Weekly report"), "re weekly report");
  EXPECT_EQ(plain_subject("Re[x]: Weekly"), "re[x]: weekly");
  EXPECT_EQ(plain_subject("[open Weekly"), "[open weekly");
  EXPECT_EQ(plain_subject("Weekly [list] re: report"), "weekly [list] re: report");
}

// Two invoices are not two of the same, and more is kept this way.
TEST(PlainSubject, keeps_digits) {
  EXPECT_NE(plain_subject("Invoice 17"), plain_subject("Invoice 18"));
}

TEST(PlainSubject, may_be_empty) {
  for (const char* subject : {"", " ", "Re:", "Fwd: Re: ", "[list]", "Re: [list] "})
    EXPECT_EQ(plain_subject(subject), "") << subject;
}

TEST(PlainSubject, leaves_other_alphabets_alone) {
  EXPECT_EQ(plain_subject("Re: Übersicht Ä"), "Übersicht Ä");
}

}  // namespace
}  // namespace mailcomb::rules_builtin
