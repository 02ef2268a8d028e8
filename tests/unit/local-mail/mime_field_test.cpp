// SPDX-License-Identifier: Apache-2.0
#include "mail/mime_field.hpp"

#include <gtest/gtest.h>

namespace mailcomb::local_mail {
namespace {

// "value; name=text; name=text"
std::string read(std::string_view body, std::initializer_list<const char*> names = {"boundary"}) {
  const MimeField field(body);
  std::string text = field.value();
  for (const char* name : names)
    text += "; " + (field.find(name) ? *field.find(name) : std::string("-"));
  return text;
}

TEST(MimeField, reads_values_and_parameters) {
  EXPECT_EQ(read(" multipart/mixed; boundary=abc"), "multipart/mixed; abc");
  EXPECT_EQ(read("Multipart/Mixed;\r\n\tBOUNDARY=\"a b;c\""), "multipart/mixed; a b;c");
  EXPECT_EQ(read("text/plain; charset=x; boundary = y ; z"), "text/plain; y");
  EXPECT_EQ(read(" (a (comment)) text/html (another); (third) boundary=(4)\"q\""), "text/html; q");
  EXPECT_EQ(read("x/y; boundary=\"a\\\"b\\\\\r\n c\""), "x/y; a\"b\\ c");
  EXPECT_EQ(read("x/y; boundary=first; boundary=second"), "x/y; first");
}

TEST(MimeField, reads_what_can_be_read_of_wrong_ones) {
  EXPECT_EQ(read(""), "; -");
  EXPECT_EQ(read("; boundary=x"), "; x");
  EXPECT_EQ(read("multipart/mixed boundary=x"), "multipart/mixed; -");
  EXPECT_EQ(read("multipart/mixed; boundary"), "multipart/mixed; -");
  EXPECT_EQ(read("multipart/mixed; boundary="), "multipart/mixed; ");
  EXPECT_EQ(read("multipart/mixed; boundary=\"open"), "multipart/mixed; open");
  EXPECT_EQ(read("a (never closed; boundary=x"), "a; x");
  EXPECT_EQ(read("a; b=\"\\"), "a; -");
  EXPECT_EQ(read("x/y; boundary=" + std::string(1 << 20, 'b')).size(), 5 + (16 << 10) - 14);
}

TEST(MimeField, knows_names_that_are_encoded_or_split) {
  const MimeField field("attachment; filename*0*=UTF-8''a; filename*1=b; size=1");
  EXPECT_TRUE(field.has("filename"));
  EXPECT_TRUE(field.has("size"));
  EXPECT_FALSE(field.has("name"));
  EXPECT_EQ(field.find("filename"), nullptr);
}

}  // namespace
}  // namespace mailcomb::local_mail
