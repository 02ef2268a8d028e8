// SPDX-License-Identifier: Apache-2.0
#include "policy/find.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace mailcomb::policy {
namespace {

namespace fs = std::filesystem;

class FindPolicy : public ::testing::Test {
 protected:
  FindPolicy() {
    for (const auto* file : {"mine/tidy.yaml", "mine/notes.txt", "shipped/tidy.yaml",
                             "shipped/moderate.yaml", "shipped/conservative.yaml"}) {
      fs::create_directories((root_ / file).parent_path());
      std::ofstream(root_ / file) << "x";
    }
    fs::create_directories(root_ / "shipped/folder.yaml");
  }
  ~FindPolicy() override { fs::remove_all(root_); }

  std::string complaint(const std::string& name) const {
    const auto found = find_policy(name, folders_);
    return found ? "found" : found.error().message + " | " + found.error().hint;
  }

  const fs::path root_ = fs::path(::testing::TempDir()) / ("find-" + std::to_string(getpid()));
  const std::vector<fs::path> folders_ = {root_ / "none", root_ / "mine", root_ / "shipped"};
};

TEST_F(FindPolicy, takes_the_first_folder_that_has_the_name) {
  EXPECT_EQ(find_policy("tidy", folders_), root_ / "mine/tidy.yaml");
  EXPECT_EQ(find_policy("moderate", folders_), root_ / "shipped/moderate.yaml");
}

TEST_F(FindPolicy, takes_a_file_for_what_it_is) {
  const auto file = (root_ / "mine/notes.txt").string();
  EXPECT_EQ(find_policy(file, {}), fs::path(file));
  EXPECT_EQ(complaint("gone.yaml"), "there is no file 'gone.yaml' | ");
  EXPECT_EQ(complaint("./tidy"), "there is no file './tidy' | ");
  EXPECT_NE(complaint(root_.string() + "/").find("' is a folder, not a policy | "),
            std::string::npos);
}

TEST_F(FindPolicy, names_the_policies_that_there_are) {
  EXPECT_EQ(complaint("moderat"), "there is no policy 'moderat' | did you mean 'moderate'?");
  EXPECT_EQ(complaint("x"), "there is no policy 'x' | policies are conservative, moderate, tidy");
  const std::vector<fs::path> nowhere = {root_ / "none"};
  EXPECT_EQ(find_policy("x", nowhere).error().hint,
            "there are none in " + (root_ / "none").string());
}

TEST_F(FindPolicy, lists_them_once) {
  const auto policies = list_policies(folders_);
  EXPECT_EQ(policies.size(), 3u);
  EXPECT_EQ(policies.at("tidy"), root_ / "mine/tidy.yaml");
}

}  // namespace
}  // namespace mailcomb::policy
