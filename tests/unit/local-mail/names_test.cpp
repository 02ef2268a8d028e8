// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "mailcomb/abi/column.h"
#include "maildir/folder_name.hpp"
#include "maildir/message_name.hpp"
#include "maildir/place.hpp"
#include "maildir/target.hpp"

namespace mailcomb::local_mail {
namespace {

TEST(MessageName, is_a_base_and_letters) {
  EXPECT_EQ(split_name("1.a:2,RS").base, "1.a");
  EXPECT_EQ(split_name("1.a:2,RS").letters, "RS");
  EXPECT_EQ(split_name("1.a").base, "1.a");
  EXPECT_EQ(split_name("1.a:1,x").base, "1.a:1,x");
  EXPECT_EQ(split_name("1.a:2,S:2,F").letters, "S:2,F");
  EXPECT_EQ(split_name(":2,S").base, ":2,S");
}

TEST(MessageName, has_flags) {
  EXPECT_EQ(flag_bits(""), MAILCOMB_FLAG_UNREAD);
  EXPECT_EQ(flag_bits("S"), 0u);
  EXPECT_EQ(flag_bits("DFPRSTa"),
            MAILCOMB_FLAG_DRAFT | MAILCOMB_FLAG_STARRED | MAILCOMB_FLAG_REPLIED);
}

TEST(MessageName, is_edited_in_order) {
  EXPECT_EQ(edit_flags("1.a", {"S", ""}), "1.a:2,S");
  EXPECT_EQ(edit_flags("1.a:2,aTP", {"FS", ""}), "1.a:2,FPSTa");
  EXPECT_EQ(edit_flags("1.a:2,S", {"", "S"}), "1.a:2,");
  EXPECT_EQ(edit_flags("1.a:2,S", {"S", ""}), "1.a:2,S");
}

TEST(MessageName, stays_if_nothing_changes) {
  EXPECT_EQ(edit_flags("1.a:2,SF", {"SF", "R"}), "1.a:2,SF");
  EXPECT_EQ(edit_flags("1.a", {"", "S"}), "1.a");
}

TEST(MessageName, may_tell_when_it_came) {
  const auto seconds = [](std::string_view base) {
    const auto epoch = find_epoch(base);
    return epoch ? epoch->time_since_epoch().count() / 1000 : -1;
  };
  EXPECT_EQ(seconds("1038700800.M1P2.host"), 1038700800);
  EXPECT_EQ(seconds("1038700800"), 1038700800);
  for (const char* base : {"1.a", "00001.x", "99999999.x", "4294967296.x", "99999999999999999999.x",
                           "a1038700800.x", "1038700800a.x", "-1038700800.x", "+1038700800.x", "."})
    EXPECT_EQ(seconds(base), -1) << base;
}

TEST(MessageName, may_tell_its_size) {
  EXPECT_EQ(find_size("1.a,S=4711"), 4711);
  EXPECT_EQ(find_size("1.a,S=4711,W=4800"), 4711);
  for (const char* base : {"1.a", "1.a,S=", "1.a,S=-1", "1.a,S=4x", "1.a,W=1"})
    EXPECT_FALSE(find_size(base)) << base;
}

TEST(FolderName, tells_the_location) {
  EXPECT_EQ(location_of(""), "inbox");
  EXPECT_EQ(location_of(".Archive"), "archive");
  EXPECT_EQ(location_of(".ARCHIVE.2002"), "archive");
  EXPECT_EQ(location_of(".Archives"), "other");
  for (const char* name : {".Sent", ".Sent Messages", ".sent items"})
    EXPECT_EQ(location_of(name), "sent") << name;
  for (const char* name : {".Trash", ".Deleted Messages", ".Deleted Items"})
    EXPECT_EQ(location_of(name), "trash") << name;
  EXPECT_EQ(location_of(".Junk"), "spam");
  EXPECT_EQ(location_of(".Spam"), "spam");
  EXPECT_EQ(location_of(".Drafts"), "drafts");
  EXPECT_EQ(location_of(".Work.Trash"), "other");
}

TEST(FolderName, is_shown_without_its_dot) {
  EXPECT_EQ(folder_text(""), "INBOX");
  EXPECT_EQ(folder_text(".Work.2002"), "Work.2002");
  EXPECT_EQ(folder_text(".Entw&APw-rfe"), "Entw&APw-rfe");
  EXPECT_EQ(folder_text(".W\xff"), "W%FF");
}

TEST(FilePath, is_written_and_read) {
  for (const char* path : {"cur/1.a:2,S", "new/1.a", ".Work/cur/1.a", ".W/new/a\xff"}) {
    const auto parsed = parse_path(path);
    ASSERT_TRUE(parsed) << path;
    EXPECT_EQ(to_path(*parsed), path);
  }
}

TEST(FilePath, never_leads_out_of_the_mailbox) {
  for (const char* path :
       {"", "cur", "cur/", "tmp/a", "cur/a/b", "../cur/a", "./cur/a", ".W/../cur/a", ".W/tmp/a",
        "/cur/a", "Work/cur/a", ".W/x/cur/a", "cur/..", "cur/.a", ".W", ".W/"})
    EXPECT_FALSE(parse_path(path)) << path;
  EXPECT_FALSE(parse_path(std::string_view("cur/a\0b", 7)));
}

TEST(TargetFolder, is_the_usual_one_or_its_like) {
  const std::string without[] = {"", ".Work"};
  const std::string both[] = {"", ".Deleted Items", ".Trash"};
  const std::string other[] = {"", ".Deleted Items", ".Deleted Messages"};
  const std::string below[] = {"", ".Trash.2002"};
  EXPECT_EQ(target_folder(without, "trash"), ".Trash");
  EXPECT_EQ(target_folder(without, "archive"), ".Archive");
  EXPECT_EQ(target_folder(both, "trash"), ".Trash");
  EXPECT_EQ(target_folder(other, "trash"), ".Deleted Items");
  EXPECT_EQ(target_folder(below, "trash"), ".Trash");
}

TEST(TargetPath, keeps_what_is_not_changed) {
  const std::string folders[] = {"", ".Archive"};
  const auto target = [&](const char* from, Intent intent) {
    return to_path(target_path(*parse_path(from), intent, folders));
  };
  EXPECT_EQ(target("new/1.a", {"archive", {}, ""}), ".Archive/new/1.a");
  EXPECT_EQ(target("new/1.a", {"archive", {"S", ""}, ""}), ".Archive/cur/1.a:2,S");
  EXPECT_EQ(target("new/1.a", {"", {"", "S"}, ""}), "new/1.a");
  EXPECT_EQ(target("cur/1.a:2,SF", {"archive", {}, ""}), ".Archive/cur/1.a:2,SF");
  EXPECT_EQ(target(".Archive.2002/cur/1.a", {"archive", {}, ""}), ".Archive.2002/cur/1.a");
  EXPECT_EQ(target(".Archive.2002/cur/1.a", {"trash", {}, ""}), ".Trash/cur/1.a");
}

}  // namespace
}  // namespace mailcomb::local_mail
