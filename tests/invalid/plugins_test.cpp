// SPDX-License-Identifier: Apache-2.0
// Every way in which a plugin can be broken, each with the whole text that the user gets; and the
// good plugin beside it works in every case.
#include <elf.h>

#include <cstring>

#include "support/plugin_files.hpp"

namespace mailcomb::plugin {
namespace {

constexpr const char* kBug = "  hint: this is a bug of the plugin; tell its author\n";

class BrokenPlugin : public testing::PluginFiles {
 protected:
  void expect(const std::string& text) {
    add("good");
    const Registry registry = this->registry();
    EXPECT_EQ(problems(registry), text);
    EXPECT_TRUE(registry.find(Kind::kRule, "test.short"));
  }
};

TEST_F(BrokenPlugin, aborts_in_a_static_initialiser) {
  add("aborts");
  expect(std::string("FOLDER/aborts.so: the plugin aborted while it was loaded\n") + kBug);
}

TEST_F(BrokenPlugin, crashes_in_its_entry) {
  add("crashes_in_entry");
  expect(std::string("FOLDER/crashes_in_entry.so: the plugin crashed in its entry function "
                     "(SIGSEGV)\n") +
         kBug);
}

TEST_F(BrokenPlugin, ends_the_process) {
  add("exits");
  expect(std::string("FOLDER/exits.so: the plugin ended the process in its entry function, with "
                     "status 7\n") +
         kBug);
}

// Alone, so that the limit may be short without being too short for others on a busy machine.
TEST_F(BrokenPlugin, hangs_while_it_is_loaded) {
  add("hangs_loading");
  prober_.time_limit = std::chrono::milliseconds(1500);
  EXPECT_EQ(problems(registry()),
            std::string("FOLDER/hangs_loading.so: the plugin came to no end within 1500 ms while "
                        "it was loaded\n") +
                kBug);
}

TEST_F(BrokenPlugin, hangs_in_its_entry) {
  add("hangs_in_entry");
  prober_.time_limit = std::chrono::seconds(5);
  EXPECT_EQ(problems(registry()),
            std::string("FOLDER/hangs_in_entry.so: the plugin came to no end within 5 s in its "
                        "entry function\n") +
                kBug);
}

TEST_F(BrokenPlugin, is_of_another_abi) {
  add("other_major");
  expect(
      "FOLDER/other_major.so: the plugin was built for plugin ABI 2, and this mailcomb has 1\n"
      "  hint: install the build of the plugin for ABI 1\n");
}

TEST_F(BrokenPlugin, is_another_library) {
  add("no_entry");
  expect(
      "FOLDER/no_entry.so: the file has no function mailcomb_plugin_entry_v1, so it is no plugin\n"
      "  hint: remove it, or build the plugin with mailcomb_add_plugin\n");
}

TEST_F(BrokenPlugin, needs_a_library_that_is_not_there) {
  add("missing_library");
  expect(
      "FOLDER/missing_library.so: the plugin cannot be loaded: libmailcomb-test-absent.so: cannot "
      "open shared object file: No such file or directory\n"
      "  hint: install what it needs, or build it again\n");
}

TEST_F(BrokenPlugin, refuses_this_host) {
  add("refuses");
  expect("FOLDER/refuses.so: the plugin refuses to work: no licence was found\n");
}

TEST_F(BrokenPlugin, refuses_without_saying_why) {
  add("refuses_silently");
  expect(std::string("FOLDER/refuses_silently.so: the plugin refuses to work, and does not say "
                     "why\n") +
         kBug);
}

TEST_F(BrokenPlugin, throws_from_its_entry) {
  add("throws");
  expect(std::string("FOLDER/throws.so: the plugin's entry function threw an exception: no such "
                     "table\n") +
         kBug);
}

TEST_F(BrokenPlugin, describes_itself_wrongly) {
  add("broken_descriptor");
  expect(std::string("FOLDER/broken_descriptor.so: the plugin's version is not of the form "
                     "MAJOR.MINOR.PATCH\n") +
         kBug);
}

TEST_F(BrokenPlugin, has_a_component_that_is_there_already) {
  add("duplicate");
  add("good");
  const Registry registry = this->registry();
  EXPECT_EQ(problems(registry),
            "FOLDER/good.so: rule type 'test.short' is not used, since FOLDER/duplicate.so has one "
            "of that name\n"
            "  hint: remove one of the two plugins\n");
  EXPECT_EQ(registry.find(Kind::kRule, "test.short")->plugin, "duplicate");
  EXPECT_TRUE(registry.find(Kind::kRule, "test.read"));
}

TEST_F(BrokenPlugin, is_no_library) {
  write("text.so", "INPUT(libacme.so.1)\n");
  expect(
      "FOLDER/text.so: the file is no shared library\n"
      "  hint: remove it, or build the plugin with mailcomb_add_plugin\n");
}

TEST_F(BrokenPlugin, is_empty) {
  write("empty.so", "");
  expect(
      "FOLDER/empty.so: the file is truncated: it has 0 bytes of at least 64\n"
      "  hint: install the plugin again\n");
}

TEST_F(BrokenPlugin, is_truncated) {
  const std::string whole = read(built("good"));
  write("cut.so", std::string_view(whole).substr(0, 5000));
  Elf64_Ehdr header;
  std::memcpy(&header, whole.data(), sizeof header);
  const auto end = header.e_shoff + std::uint64_t{header.e_shnum} * header.e_shentsize;
  expect("FOLDER/cut.so: the file is truncated: it has 5000 bytes of at least " +
         std::to_string(end) + "\n  hint: install the plugin again\n");
}

TEST_F(BrokenPlugin, is_for_another_machine) {
  std::string bytes = read(built("good"));
  const std::uint16_t sparc = EM_SPARCV9;
  std::memcpy(bytes.data() + offsetof(Elf64_Ehdr, e_machine), &sparc, sizeof sparc);
  write("sparc.so", bytes);
  Elf64_Ehdr header;
  std::memcpy(&header, read(built("good")).data(), sizeof header);
  const std::string here = header.e_machine == EM_X86_64 ? "x86-64" : "AArch64";
  expect(
      "FOLDER/sparc.so: the plugin was built for another machine (ELF machine 43), and this one "
      "is " +
      here + "\n  hint: install the build of the plugin for this machine\n");
}

TEST_F(BrokenPlugin, is_not_there) {
  const Registry registry = this->registry({{folder_ / "absent.so"}, {}});
  EXPECT_EQ(problems(registry), "FOLDER/absent.so: there is no such file or folder\n");
}

TEST_F(BrokenPlugin, is_one_root_cause_if_the_runner_is_missing) {
  add("good");
  add("duplicate");
  prober_.runner = folder_ / "no-runner";
  EXPECT_EQ(problems(registry()),
            "FOLDER/no-runner: plugins cannot be probed: No such file or directory\n"
            "  hint: install mailcomb again\n");
}

}  // namespace
}  // namespace mailcomb::plugin
