// SPDX-License-Identifier: Apache-2.0
#include "plugin/elf.hpp"

#include "support/plugin_files.hpp"

namespace mailcomb::plugin {
namespace {

class ElfTest : public testing::PluginFiles {};

TEST_F(ElfTest, takes_a_shared_library) { EXPECT_TRUE(check_elf(built("good"))); }

TEST_F(ElfTest, refuses_a_library_cut_anywhere) {
  const std::string whole = read(built("no_entry"));
  const auto file = write("cut.so", whole);
  // Every byte of the headers, then some steps through the rest, down to the last byte.
  for (std::size_t size = whole.size(); size-- > 0;) {
    if (size > 1000 && whole.size() - size > 100 && size % 97 != 0) continue;
    std::filesystem::resize_file(file, size);
    EXPECT_FALSE(check_elf(file)) << size;
  }
}

TEST_F(ElfTest, refuses_a_program) {
  std::string bytes = read(built("no_entry"));
  bytes[16] = 2;  // e_type: ET_EXEC.
  EXPECT_EQ(check_elf(write("program.so", bytes)).error().message, "the file is no shared library");
}

TEST_F(ElfTest, reads_any_header_without_harm) {
  const std::string whole = read(built("no_entry"));
  for (std::size_t at = 0; at < 64; ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0xFF);
    (void)check_elf(write("damaged.so", bytes));
  }
}

TEST_F(ElfTest, tells_what_cannot_be_read) {
  EXPECT_EQ(check_elf(folder_ / "none").error().message, "the file cannot be read");
  EXPECT_FALSE(check_elf(folder_));
}

}  // namespace
}  // namespace mailcomb::plugin
