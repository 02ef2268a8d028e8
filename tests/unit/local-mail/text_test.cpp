// SPDX-License-Identifier: Apache-2.0
#include "mail/text.hpp"

#include <gtest/gtest.h>

#include "mail/utf8.hpp"

namespace mailcomb::local_mail {
namespace {

std::string decode(std::string_view body) {
  std::string scratch;
  return std::string(decode_text(body, scratch));
}

TEST(DecodeText, leaves_plain_text_alone) {
  const std::string_view body = "50% off = 50% \"off\"?";
  std::string scratch;
  EXPECT_EQ(decode_text(body, scratch).data(), body.data());
}

TEST(DecodeText, decodes_encoded_words) {
  EXPECT_EQ(decode("=?iso-8859-1?Q?Gr=FC=DFe?= aus =?UTF-8?B?S8O2bG4=?="), "Grüße aus Köln");
  EXPECT_EQ(decode("=?utf-8?q?a?= =?utf-8?q?b?="), "ab");
}

TEST(DecodeText, takes_raw_characters_as_utf8_or_windows_1252) {
  EXPECT_EQ(decode("Grüße"), "Grüße");
  EXPECT_EQ(decode("Gr\xfc\xdf"
                   "e \x80"),
            "Grüße €");
}

TEST(DecodeText, survives_broken_charsets) {
  for (const std::string body :
       {"=?no-such-charset?Q?=FF=FE?=", "=?utf-8?B?////?=", "=?utf-8?Q?=?=", "=?", "=?x?=",
        "=?utf-8?Q?=ZZ?=", "=?gb2312?B?zPnI?=", "=?iso-2022-jp?B?GyRC?=", "\x81\x8d\x8f\x90\x9d",
        "=?utf-8?Q?caf=E9?="})
    EXPECT_TRUE(is_utf8(decode(body))) << body << " -> " << decode(body);
}

TEST(DecodeText, survives_nul) {
  EXPECT_EQ(decode(std::string_view("a\0=?utf-8?q?b?=", 15)), "a b");
  EXPECT_EQ(decode(std::string_view("a\0b", 3)), "a b");
}

TEST(DecodeText, can_be_cut_at_every_byte) {
  const std::string body = "x =?iso-8859-1?Q?Gr=FC=DFe?= \xc3\xbc =?UTF-8?B?S8O2bG4=?= \xff y";
  for (std::size_t size = 0; size <= body.size(); ++size)
    EXPECT_TRUE(is_utf8(decode(std::string_view(body).substr(0, size)))) << size;
}

}  // namespace
}  // namespace mailcomb::local_mail
