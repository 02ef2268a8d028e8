// SPDX-License-Identifier: Apache-2.0
#include "journal/sealing.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "journal/key_file.hpp"
#include "journal/metadata.hpp"
#include "support/memory_journal.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

const std::string kHex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

SealingKey key() { return *SealingKey::from_hex(kHex); }

TEST(Sealing, gives_back_what_was_sealed) {
  const auto place = binding_of("run", "m1");
  for (const auto& text : {std::string(), std::string("Zu Händen"), std::string("\0\xFF", 2)}) {
    const auto sealed = key().seal(text, place);
    EXPECT_EQ(key().unseal(sealed, place), text);
    EXPECT_EQ(sealed.size(), 24 + text.size() + 16);
  }
}

TEST(Sealing, never_seals_twice_alike) {
  EXPECT_NE(key().seal("text", "place"), key().seal("text", "place"));
}

TEST(Sealing, opens_nothing_else) {
  const auto sealed = key().seal("text", "place");
  EXPECT_FALSE(key().unseal(sealed, "elsewhere"));
  EXPECT_FALSE(SealingKey::random().unseal(sealed, "place"));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] ^= 1;
    EXPECT_FALSE(key().unseal(changed, "place")) << i;
    EXPECT_FALSE(key().unseal(sealed.substr(0, i), "place")) << i;
  }
}

// An open journal rests on both: the form of the key, and its id.
TEST(Sealing, has_keys_of_one_form) {
  EXPECT_EQ(key().hex(), kHex);
  EXPECT_EQ(key().id(), sha256_hex("mailcomb.key-id/1" +
                                   [] {
                                     std::string bytes;
                                     for (char byte = 0; byte < 32; ++byte) bytes += byte;
                                     return bytes;
                                   }())
                            .substr(0, 16));
  EXPECT_NE(SealingKey::random().id(), SealingKey::random().id());
  for (const auto& wrong : {kHex + "00", kHex.substr(2), kHex.substr(1) + "g", std::string()})
    EXPECT_FALSE(SealingKey::from_hex(wrong)) << wrong;
}

TEST(Sealing, binds_to_run_and_message) {
  EXPECT_NE(binding_of("run1", "m"), binding_of("run", "1m"));
}

class KeyFileTest : public ::testing::Test {
 protected:
  void write(const std::string& text, mode_t mode = 0600) {
    std::ofstream(file_) << text;
    chmod(file_.c_str(), mode);
  }
  std::string refusal() {
    const auto key = load_or_make_key(file_);
    if (key) return "none";
    auto text = to_text(key.error());
    EXPECT_EQ(text.find(kHex.substr(0, 8)), text.npos);
    for (auto at = text.find(folder_.string()); at != text.npos; at = text.find(folder_.string()))
      text.replace(at, folder_.string().size(), "FOLDER");
    return text;
  }
  ScratchFolder scratch_;
  std::filesystem::path folder_ = scratch_ / "state";
  std::filesystem::path file_ = folder_ / "journal.key";
};

TEST_F(KeyFileTest, is_made_once_and_private) {
  EXPECT_FALSE(load_key(file_).value());
  const auto made = load_or_make_key(file_).value();
  EXPECT_EQ(load_or_make_key(file_)->hex(), made.hex());
  EXPECT_EQ(load_key(file_).value()->hex(), made.hex());
  struct stat info;
  ASSERT_EQ(stat(file_.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(KeyFileTest, is_one_for_all_who_make_it_at_once) {
  std::filesystem::create_directories(folder_);
  constexpr int kProcesses = 16;
  for (int i = 0; i < kProcesses; ++i) {
    if (fork() != 0) continue;
    const auto key = load_or_make_key(file_);
    std::ofstream(scratch_ / std::to_string(i)) << (key ? key->hex() : to_text(key.error()));
    _exit(0);
  }
  for (int i = 0; i < kProcesses; ++i) wait(nullptr);
  for (int i = 0; i < kProcesses; ++i) {
    std::stringstream text;
    text << std::ifstream(scratch_ / std::to_string(i)).rdbuf();
    EXPECT_EQ(text.str(), load_key(file_).value()->hex());
  }
}

TEST_F(KeyFileTest, may_end_with_or_without_a_line) {
  std::filesystem::create_directories(folder_);
  write(kHex);
  EXPECT_EQ(load_key(file_).value()->hex(), kHex);
  write(kHex + "\n");
  EXPECT_EQ(load_key(file_).value()->hex(), kHex);
}

TEST_F(KeyFileTest, is_refused_unless_it_is_ours_alone_and_whole) {
  std::filesystem::create_directories(folder_);
  write(kHex, 0640);
  EXPECT_EQ(refusal(),
            "the key file 'FOLDER/journal.key' can be read or written by others\n"
            "  hint: close it with: chmod 600 'FOLDER/journal.key'\n");
  const auto no_key =
      "the key file 'FOLDER/journal.key' holds no key: it must be 64 hex digits\n"
      "  hint: put the right file back; 'openssl rand -hex 32' makes a new key, which does not "
      "open "
      "what was sealed before\n";
  for (const auto& text : {std::string(), kHex.substr(2), kHex + "00", kHex + "\n\n", "x" + kHex}) {
    write(text);
    EXPECT_EQ(refusal(), no_key) << text;
  }
  std::filesystem::rename(file_, folder_ / "other");
  std::filesystem::create_symlink("other", file_);
  EXPECT_EQ(refusal(),
            "the key file 'FOLDER/journal.key' is a symbolic link\n"
            "  hint: name the file itself\n");
  std::filesystem::remove(file_);
  std::filesystem::create_directory(file_);
  EXPECT_EQ(refusal(),
            "the key file 'FOLDER/journal.key' is not a regular file\n"
            "  hint: name a file\n");
  std::filesystem::remove(file_);
  ASSERT_EQ(mkfifo(file_.c_str(), 0600), 0);
  EXPECT_EQ(refusal(),
            "the key file 'FOLDER/journal.key' is not a regular file\n"
            "  hint: name a file\n");
}

TEST_F(KeyFileTest, says_where_it_cannot_be_made) {
  std::ofstream(folder_) << "a file";
  EXPECT_EQ(load_or_make_key(file_).error().fault, Fault::kInvalid);
  file_ = "/proc/mailcomb/journal.key";
  const auto error = load_or_make_key(file_).error();
  EXPECT_EQ(error.fault, Fault::kUnavailable);
  EXPECT_EQ(error.hint, "set MAILCOMB_KEY_FILE to a place that can be written");
}

TEST(Metadata, comes_back_with_the_key_that_sealed_it) {
  MemoryJournal journal;
  auto store = journal.open();
  auto first = intent("m1"), second = intent("m2"), third = intent("m3");
  first.metadata = {"Offer \xFF", "Shop <shop@shop.example>"};
  second.metadata = {"", "ann@example.org"};
  const auto sealing = key();
  Recorder recorder(store, clock_at_now(), "run1", 0, &sealing);
  ASSERT_TRUE(recorder.begin(run_header(), std::vector{first, second, third}, {}));
  for (const auto& [row, cells] : journal.disk().tables["cleanup_actions"])
    for (const auto& cell : cells) {
      EXPECT_EQ(cell.text().find("Offer"), std::string::npos);
      EXPECT_EQ(cell.text().find("shop.example"), std::string::npos);
    }
  auto run = journal.load();
  EXPECT_EQ(run.summary.header.key_id, key().id());
  EXPECT_TRUE(run.intents[0].metadata.empty());
  EXPECT_EQ(unseal(run, SealingKey::random()), 2);
  EXPECT_EQ(unseal(run, key()), 0);
  EXPECT_EQ(run.intents[0].metadata.subject, "Offer \xEF\xBF\xBD");
  EXPECT_EQ(run.intents[0].metadata.from, "Shop <shop@shop.example>");
  EXPECT_EQ(run.intents[1].metadata, second.metadata);
  EXPECT_TRUE(run.intents[2].metadata.empty());
  std::swap(run.intents[0].sealed, run.intents[1].sealed);
  EXPECT_EQ(unseal(run, key()), 2);
}

TEST(Metadata, is_not_kept_without_a_key) {
  MemoryJournal journal;
  auto store = journal.open();
  auto planned = intent("m1");
  planned.metadata = {"Offer", "shop@shop.example"};
  Recorder recorder(store, clock_at_now(), "run1");
  ASSERT_TRUE(recorder.begin(run_header(), std::vector{planned}, {}));
  const auto run = journal.load();
  EXPECT_EQ(run.summary.header.key_id, "");
  EXPECT_EQ(run.intents[0].sealed, "");
}

}  // namespace
}  // namespace mailcomb::testing
