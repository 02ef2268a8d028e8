// SPDX-License-Identifier: Apache-2.0
#include "plan/threads.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/planning.hpp"

namespace mailcomb::testing {
namespace {

using plan::Guard;
using plan::ThreadIndex;
using Keys = std::vector<std::uint64_t>;

TEST(ThreadIndex, joins_by_shared_keys) {
  ThreadIndex threads;
  const auto a = threads.add(Keys{1}, 10, {});
  const auto b = threads.add(Keys{2}, 20, {Guard::kStarred});
  EXPECT_EQ(threads.youngest_ms(a), 10);
  EXPECT_TRUE(threads.guards(a).empty());
  threads.add(Keys{1, 2}, 15, {Guard::kReplied});
  for (const auto node : {a, b}) {
    EXPECT_EQ(threads.youngest_ms(node), 20);
    EXPECT_EQ(threads.guards(node).list(), (std::vector<Guard>{Guard::kStarred, Guard::kReplied}));
  }
}

TEST(ThreadIndex, keeps_messages_without_keys_apart) {
  ThreadIndex threads;
  const auto a = threads.add({}, 1, {});
  const auto b = threads.add({}, 2, {Guard::kSent});
  EXPECT_EQ(threads.youngest_ms(a), 1);
  EXPECT_TRUE(threads.guards(a).empty());
  EXPECT_EQ(threads.youngest_ms(b), 2);
}

// Every order of a chain that only its middle messages connect.
TEST(ThreadIndex, does_not_depend_on_the_order) {
  const std::vector<Keys> messages = {{1}, {1, 2}, {2, 3}, {3, 4}, {9}};
  std::vector<std::size_t> order(messages.size());
  std::iota(order.begin(), order.end(), 0);
  do {
    ThreadIndex threads;
    std::vector<ThreadIndex::Node> nodes(messages.size());
    for (const auto i : order)
      nodes[i] = threads.add(messages[i], static_cast<std::int64_t>(i), {static_cast<Guard>(i)});
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(threads.youngest_ms(nodes[i]), 3);
      EXPECT_EQ(threads.guards(nodes[i]).list().size(), 4u);
    }
    EXPECT_EQ(threads.youngest_ms(nodes[4]), 4);
  } while (std::next_permutation(order.begin(), order.end()));
}

// The keys of one message; two messages are of one thread if they share one.
template <class Describe>
Keys keys(Describe describe) {
  MessageTable table;
  describe(table.add("m1"));
  const auto batch = table.without("thread").batch();
  Keys keys;
  plan::read_thread_keys(batch.row(0), keys);
  return keys;
}

const auto kOne = [](TestMessage& m) { m.header("message-id", "<one@example.org>"); };

TEST(ThreadKeys, are_the_ids_that_a_message_has_and_names) {
  EXPECT_EQ(keys([](TestMessage&) {}).size(), 0u);
  EXPECT_EQ(keys(kOne).size(), 1u);
  const auto reply = keys([](TestMessage& m) {
    m.header("message-id", "<two@example.org>");
    m.header("references", "<zero@example.org> <one@example.org>");
    m.header("in-reply-to", "<one@example.org>");
  });
  EXPECT_EQ(reply.size(), 4u);
  EXPECT_EQ(reply[2], keys(kOne)[0]);
  EXPECT_EQ(reply[3], keys(kOne)[0]);
}

TEST(ThreadKeys, survive_folding_and_comments) {
  EXPECT_EQ(keys([](TestMessage& m) { m.header("references", "<one@\t example.org>"); }),
            keys(kOne));
  EXPECT_EQ(keys([](TestMessage& m) {
              m.header("in-reply-to", "Ann's message of Monday <one@example.org>");
            }),
            keys(kOne));
}

TEST(ThreadKeys, take_a_message_id_without_brackets) {
  EXPECT_EQ(keys([](TestMessage& m) { m.header("message-id", " one@example.org "); }), keys(kOne));
  EXPECT_TRUE(keys([](TestMessage& m) { m.header("in-reply-to", "your mail"); }).empty());
  EXPECT_TRUE(keys([](TestMessage& m) { m.header("references", "<> <broken"); }).empty());
}

TEST(ThreadKeys, take_the_conversation_that_gmail_exports) {
  const auto thread = [](std::string name) {
    return keys([&](TestMessage& m) { m.header("x-gm-thrid", std::move(name)); });
  };
  EXPECT_EQ(thread("1583"), thread(" 1583 "));
  EXPECT_NE(thread("1583"), thread("1584"));
  EXPECT_NE(thread("1583"), keys([](TestMessage& m) { m.header("message-id", "1583"); }));
  EXPECT_TRUE(thread(" ").empty());
}

TEST(ThreadKeys, never_come_from_the_subject) {
  EXPECT_TRUE(keys([](TestMessage& m) { m.subject("Re: one"); }).empty());
}

TEST(ThreadKeys, are_the_provider_s_thread_where_it_has_one) {
  MessageTable table;
  kOne(table.add("m1").thread("t"));
  table.add("m2").thread("t");
  const auto batch = table.batch();
  Keys first, second;
  plan::read_thread_keys(batch.row(0), first);
  plan::read_thread_keys(batch.row(1), second);
  EXPECT_EQ(first, second);
  EXPECT_EQ(first.size(), 1u);
}

}  // namespace
}  // namespace mailcomb::testing
