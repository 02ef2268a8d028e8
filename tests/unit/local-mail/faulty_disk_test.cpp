// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <functional>

#include "maildir/provider.hpp"
#include "maildir_fixture.hpp"
#include "posix/disk.hpp"

namespace mailcomb::local_mail {
namespace {

using ::testing::ElementsAre;

// Records what it is asked for, and does it unless it is told to fail.
class FaultyDisk : public Disk {
 public:
  int rename(int from_fd, const char* from, int to_fd, const char* to) override {
    log.push_back(std::string(from) + " -> " + to);
    if (before_rename) before_rename();
    return rename_error != 0 ? rename_error : real_disk().rename(from_fd, from, to_fd, to);
  }
  int sync(int fd) override {
    log.push_back("sync");
    return --syncs_left < 0 ? EIO : real_disk().sync(fd);
  }

  std::vector<std::string> log;
  int rename_error = 0;
  int syncs_left = 1000;
  std::function<void()> before_rename;
};

class FaultyDiskTest : public MaildirTest {
 protected:
  // As the host would see it.
  std::vector<std::string> apply(const std::vector<std::string>& ids, mailcomb_str action) {
    const Maildir maildir(sdk::Value::map({{"path", root_.string()}}), disk_);
    std::vector<mailcomb_change> changes;
    for (const auto& id : ids) changes.push_back({sdk::slice(id), &action, 1, nullptr});
    std::vector<std::string> told(ids.size(), "untried");
    const mailcomb_outcomes abi{
        sizeof abi, 0, &told,
        [](void* context, std::uint64_t change, std::uint32_t outcome, mailcomb_str detail) {
          (*static_cast<std::vector<std::string>*>(context))[change] =
              std::to_string(outcome) + " " + std::string(sdk::view(detail));
        }};
    const mailcomb_call call{sizeof call, 0, nullptr, nullptr, [](void*) { return 0; }};
    sdk::Outcomes outcomes(&abi);
    try {
      maildir.apply(sdk::Call(&call), changes, outcomes);
    } catch (const sdk::Failure& failure) {
      told.push_back(failure.code + ": " + failure.summary + "; " + failure.hint);
    }
    return told;
  }

  FaultyDisk disk_;
};

constexpr mailcomb_str kStar{"star", 4};
constexpr mailcomb_str kTrash{"trash", 5};

TEST_F(FaultyDiskTest, syncs_each_directory_once_and_targets_first) {
  make_folder(".Trash");
  for (const char* path : {"cur/1.a:2,S", "cur/2.b:2,S", "new/3.c"}) write(path);
  EXPECT_THAT(apply({"1.a", "2.b", "3.c"}, kTrash), ElementsAre("1 ", "1 ", "1 "));
  EXPECT_THAT(disk_.log, ElementsAre("1.a:2,S -> 1.a:2,S", "2.b:2,S -> 2.b:2,S", "3.c -> 3.c",
                                     "sync", "sync", "sync", "sync"));
}

TEST_F(FaultyDiskTest, syncs_a_new_folder_before_it_is_used) {
  write("cur/1.a:2,S");
  EXPECT_THAT(apply({"1.a"}, kTrash), ElementsAre("1 "));
  EXPECT_THAT(disk_.log, ElementsAre("sync", "sync", "sync", "1.a:2,S -> 1.a:2,S", "sync", "sync"));
}

TEST_F(FaultyDiskTest, says_nothing_is_done_if_a_sync_fails) {
  write("cur/1.a:2,S");
  disk_.syncs_left = 0;
  EXPECT_THAT(apply({"1.a", "none"}, kStar),
              ElementsAre("untried", "2 ",
                          "sync-failed: changes in 'cur/' may be lost in a power cut: Input/output "
                          "error; check the disk, then resume or undo the run"));
}

TEST_F(FaultyDiskTest, moves_nothing_into_a_folder_that_may_be_lost) {
  write("cur/1.a:2,S");
  for (int syncs = 0; syncs < 3; ++syncs) {
    disk_.syncs_left = syncs;
    EXPECT_THAT(apply({"1.a"}, kTrash),
                ElementsAre("3 cannot be moved to '.Trash/cur/1.a:2,S': Input/output error"));
    std::filesystem::remove_all(root_ / ".Trash");
  }
  EXPECT_TRUE(exists("cur/1.a:2,S"));
}

TEST_F(FaultyDiskTest, refuses_file_systems_that_could_replace_files) {
  write("cur/1.a:2,S");
  for (const int error : {EINVAL, ENOSYS}) {
    disk_.rename_error = error;
    EXPECT_THAT(apply({"1.a"}, kStar),
                ElementsAre("3 the file system cannot rename without the risk of replacing a file "
                            "(renameat2 with RENAME_NOREPLACE)"));
  }
}

TEST_F(FaultyDiskTest, tells_every_other_error_in_words) {
  write("cur/1.a:2,S");
  disk_.rename_error = ENOSPC;
  EXPECT_THAT(apply({"1.a"}, kStar),
              ElementsAre("3 cannot be moved to 'cur/1.a:2,FS': No space left on device"));
}

TEST_F(FaultyDiskTest, looks_again_once_if_the_file_moved_meanwhile) {
  write("cur/1.a:2,S");
  disk_.before_rename = [&] {
    if (exists("cur/1.a:2,S")) move("cur/1.a:2,S", "cur/1.a:2,RS");
  };
  EXPECT_THAT(apply({"1.a"}, kStar), ElementsAre("1 "));
  EXPECT_TRUE(exists("cur/1.a:2,FRS"));
}

TEST_F(FaultyDiskTest, finds_out_that_the_file_went_meanwhile) {
  write("cur/1.a:2,S");
  disk_.before_rename = [&] { std::filesystem::remove(root_ / "cur/1.a:2,S"); };
  EXPECT_THAT(apply({"1.a"}, kStar), ElementsAre("2 "));
}

}  // namespace
}  // namespace mailcomb::local_mail
