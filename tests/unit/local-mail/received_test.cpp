// SPDX-License-Identifier: Apache-2.0
#include "mail/received.hpp"

#include <gtest/gtest.h>

namespace mailcomb::local_mail {
namespace {

std::int64_t received_at(std::string_view bytes) {
  HeaderBlock headers;
  headers.parse(bytes);
  const auto date = find_received_at(headers);
  return date ? date->time_since_epoch().count() / 1000 : -1;
}

TEST(ReceivedAt, is_the_topmost_one) {
  EXPECT_EQ(received_at("Received: from a; 1 Jan 1970 00:00:02 GMT\n"
                        "Received: from b; 1 Jan 1970 00:00:01 GMT\n\n"),
            2);
}

TEST(ReceivedAt, passes_over_unreadable_ones) {
  EXPECT_EQ(received_at("Received: from a\nReceived: from b; soon\n"
                        "Received: from c;\n\tid 3; Thu, 1 Jan 1970\n 00:00:03 GMT (x)\n\n"),
            3);
}

TEST(ReceivedAt, falls_back_on_the_mbox_line) {
  EXPECT_EQ(received_at("From a@b Thu Jan  1 00:00:04 1970\nReceived: x\n\n"), 4);
  EXPECT_EQ(received_at("From a@b Thu Jan  1 00:00:04 1970\n"
                        "Received: x; 1 Jan 1970 00:00:05 GMT\n\n"),
            5);
}

TEST(ReceivedAt, never_is_the_senders_date) {
  EXPECT_EQ(received_at("Date: 1 Jan 1970 00:00:05 GMT\n\n"), -1);
  EXPECT_EQ(received_at("X-Received: x; 1 Jan 1970 00:00:05 GMT\n\n"), -1);
}

}  // namespace
}  // namespace mailcomb::local_mail
