// SPDX-License-Identifier: Apache-2.0
// Plugins that somebody else could have put there are refused.
#include <sys/stat.h>

#include "support/plugin_files.hpp"
#include "support/unprivileged.hpp"

namespace mailcomb::plugin {
namespace {

class PluginTrust : public testing::PluginFiles {
 protected:
  std::string problems_as(uid_t user) const {
    std::string text;
    for (const Error& problem : discover({{folder_}, {}}, user).problems) text += to_text(problem);
    const auto at = text.find(folder_.string());
    return at == text.npos ? text : text.replace(at, folder_.string().size(), "FOLDER");
  }
};

TEST_F(PluginTrust, refuses_a_file_that_everybody_may_write) {
  const auto file = add("good");
  chmod(file.c_str(), 0666);
  EXPECT_EQ(problems(registry()),
            "FOLDER/good.so: the plugin is refused, since everybody may write to it\n"
            "  hint: take that right away: chmod o-w FOLDER/good.so\n");
}

TEST_F(PluginTrust, refuses_a_folder_that_everybody_may_write) {
  add("good");
  chmod(folder_.c_str(), 0777 | S_ISVTX);
  EXPECT_EQ(problems(registry()),
            "FOLDER: the folder is refused, since everybody may write to it\n"
            "  hint: take that right away: chmod o-w FOLDER\n");
}

TEST_F(PluginTrust, allows_the_group) {
  const auto file = add("good");
  chmod(file.c_str(), 0664);
  EXPECT_EQ(problems(registry()), "");
}

TEST_F(PluginTrust, refuses_a_link_into_a_folder_that_everybody_may_write) {
  const auto shared = folder_ / "shared";
  std::filesystem::create_directory(shared);
  std::filesystem::rename(add("good"), shared / "good.so");
  std::filesystem::create_symlink(shared / "good.so", folder_ / "good.so");
  chmod(shared.c_str(), 0777);
  EXPECT_EQ(problems(registry()),
            "FOLDER/shared: the folder is refused, since everybody may write to it\n"
            "  hint: take that right away: chmod o-w FOLDER/shared\n");
}

TEST_F(PluginTrust, refuses_what_belongs_to_somebody_else) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root, to give a file away";
  constexpr uid_t kUs = 1000, kOther = 12345;
  const auto file = add("good");
  EXPECT_EQ(problems_as(kUs), "");  // Root's.
  ASSERT_EQ(chown(file.c_str(), kUs, 0), 0);
  EXPECT_EQ(problems_as(kUs), "");
  ASSERT_EQ(chown(file.c_str(), kOther, 0), 0);
  EXPECT_EQ(problems_as(kUs),
            "FOLDER/good.so: the plugin is refused, since it belongs to user 12345, who is neither "
            "root nor you\n"
            "  hint: give it to root or to you, if you trust it\n");
}

TEST_F(PluginTrust, tells_a_folder_that_cannot_be_read) {
  add("good");
  chmod(folder_.c_str(), 0711);
  const auto text = testing::as_nobody([&] { return problems_as(geteuid()); });
  chmod(folder_.c_str(), 0700);
  EXPECT_EQ(text, "FOLDER: the folder cannot be read: Permission denied\n");
}

}  // namespace
}  // namespace mailcomb::plugin
