// SPDX-License-Identifier: Apache-2.0
// An mbox that is cut at every byte, or has another byte anywhere: no message is given that was not
// there, and what is missing of it is named.
#include <fcntl.h>

#include <algorithm>
#include <map>
#include <set>

#include "mbox_fixture.hpp"

namespace mailcomb::local_mail {
namespace {

const std::string kParts[] = {
    "From 1@xxx Thu Aug 22 12:36:23 +0000 2002\nX-GM-THRID: 7\nX-Gmail-Labels: Inbox,Unread\n"
    "Message-ID: <1@x>\nSubject: one\n\nbody\n\n",
    "From 2@xxx Thu Aug 22 12:36:24 +0000 2002\nX-GM-THRID: 7\nX-Gmail-Labels: Sent\n"
    "Message-ID: <2@x>\nSubject: two\n\n>From ann\n\nbody\n\n",
    "From 3@xxx Thu Aug 22 12:36:25 +0000 2002\nX-GM-THRID: 8\nX-Gmail-Labels: Trash\n"
    "Message-ID: <3@x>\nSubject: three\nContent-Length: 5\n\nbody\n\n"};

const std::vector<std::string> kColumns = {"id", "subject", "location", "flags", "received_at"};

class MboxDamageTest : public MboxTest {
 protected:
  MboxDamageTest() {
    // Also when the first message is damaged.
    labels_ = "headers";
    rows_ = scan_of(whole_, kColumns);
  }

  std::string whole_ = kParts[0] + kParts[1] + kParts[2];
  std::vector<std::string> rows_;
};

TEST_F(MboxDamageTest, has_these_messages_when_it_is_whole) {
  EXPECT_THAT(rows_, ::testing::ElementsAre("1@x | one | inbox | 1 | 1030019783000",
                                            "2@x | two | sent | 0 | 1030019784000",
                                            "3@x | three | trash | 0 | 1030019785000"));
}

TEST_F(MboxDamageTest, gives_only_whole_messages_of_a_file_that_is_cut) {
  for (std::size_t size = 0; size < whole_.size(); ++size) {
    write(std::string_view(whole_).substr(0, size));
    if (!try_open(path_)) continue;
    const auto rows = scan(kColumns);
    ASSERT_LE(rows.size(), rows_.size());
    ASSERT_TRUE(std::ranges::equal(rows, std::span(rows_).first(rows.size()))) << size;
    ASSERT_LE(skips_.size(), 1u) << size;
  }
}

TEST_F(MboxDamageTest, names_the_message_in_whose_headers_it_is_cut) {
  const auto start = kParts[0].size();
  const auto headers = kParts[1].find("\n\n") + 2;
  for (auto size = start + kParts[1].find('\n') + 1; size < start + headers; ++size) {
    write(std::string_view(whole_).substr(0, size));
    ASSERT_THAT(scan(kColumns), ::testing::ElementsAre(rows_[0])) << size;
    ASSERT_THAT(skips_, ::testing::ElementsAre("message at byte " + std::to_string(start) +
                                               ": is cut off: the file ends within its headers"));
  }
}

// One byte of a separator may join a message to the one before; no other may come to be.
TEST_F(MboxDamageTest, invents_no_message_when_a_byte_is_another) {
  for (std::size_t at = 0; at < whole_.size(); ++at) {
    for (const char byte : {'\0', '\n', 'x', '\xff'}) {
      std::string damaged = whole_;
      damaged[at] = byte;
      write(damaged);
      if (!try_open(path_)) continue;
      ASSERT_LE(scan({"id"}).size() + skips_.size(), 3u) << at;
    }
  }
}

TEST_F(MboxDamageTest, reads_a_message_of_two_gigabytes_in_little_memory) {
  constexpr std::uintmax_t kSize = std::uintmax_t{2} << 30;
  write(kParts[0]);
  const std::string tail = "\n\n" + kParts[1];
  std::filesystem::resize_file(path_, kSize);
  append(tail);
  const auto peak_kib = [] {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0L;
  };
  const auto before = peak_kib();
  EXPECT_THAT(scan(kColumns), ::testing::ElementsAre(rows_[0], rows_[1]));
  EXPECT_LT(peak_kib() - before, 16 << 10);
}

}  // namespace
}  // namespace mailcomb::local_mail
