// SPDX-License-Identifier: Apache-2.0
#include "plugin/discovery.hpp"

#include <sys/stat.h>

#include "support/plugin_files.hpp"

namespace mailcomb::plugin {
namespace {

namespace fs = std::filesystem;

class DiscoveryTest : public testing::PluginFiles {
 protected:
  fs::path folder(const std::string& name) {
    fs::create_directory(folder_ / name);
    return folder_ / name;
  }
};

TEST_F(DiscoveryTest, takes_libraries_sorted_by_name) {
  for (const char* name : {"b.so", "a.so", "notes.txt", "c.so.1"}) write(name, "x");
  EXPECT_EQ(discover({{folder_}, {}}, geteuid()).files,
            (std::vector<fs::path>{folder_ / "a.so", folder_ / "b.so"}));
}

TEST_F(DiscoveryTest, takes_the_first_of_equal_names) {
  const auto first = folder("first"), second = folder("second");
  for (const char* name : {"first/a.so", "second/a.so", "second/b.so"}) write(name, "x");
  const Discovery found = discover({{first}, {second}}, geteuid());
  EXPECT_EQ(found.files, (std::vector<fs::path>{first / "a.so", second / "b.so"}));
  EXPECT_TRUE(found.problems.empty());
}

TEST_F(DiscoveryTest, takes_a_file_that_is_named) {
  const auto file = write("plugin.bin", "x");
  EXPECT_EQ(discover({{file}, {}}, geteuid()).files, std::vector<fs::path>{file});
}

TEST_F(DiscoveryTest, takes_only_files) {
  folder("folder.so");
  ASSERT_EQ(mkfifo((folder_ / "pipe.so").c_str(), 0600), 0);
  const Discovery found = discover({{folder_}, {}}, geteuid());
  EXPECT_TRUE(found.files.empty());
  ASSERT_EQ(found.problems.size(), 2u);
  EXPECT_EQ(found.problems[1].message, "this is no file");
}

TEST_F(DiscoveryTest, misses_named_places_but_not_standard_ones) {
  const Discovery found = discover({{folder_ / "no"}, {folder_ / "none"}}, geteuid());
  ASSERT_EQ(found.problems.size(), 1u);
  EXPECT_EQ(found.problems[0].origin, (folder_ / "no").string());
}

TEST(SearchPath, is_read_from_a_list) {
  SearchPath path;
  add_folders(path, "/a::/b c:/d:");
  EXPECT_EQ(path.named, (std::vector<fs::path>{"/a", "/b c", "/d"}));
}

TEST(Installation, lies_around_the_program) {
  const Installation found = installation_of("/usr/bin/mailcomb");
  EXPECT_EQ(found.runner, "/usr/bin/mailcomb-plugin-runner");
  EXPECT_EQ(found.plugin_folders.at(0), "/usr/lib/mailcomb/plugins");
}

}  // namespace
}  // namespace mailcomb::plugin
