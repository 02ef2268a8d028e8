// SPDX-License-Identifier: Apache-2.0
#include "mail/header_reader.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "posix/unique_fd.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::local_mail {
namespace {

using Outcome = HeaderReader::Outcome;

class HeaderReaderTest : public ::testing::Test {
 protected:
  Outcome read(std::string_view bytes) {
    std::ofstream(directory_.path() / "m", std::ios::binary) << bytes;
    return load("m");
  }
  Outcome load(const char* name) {
    const UniqueFd fd(::open(directory_.path().c_str(), O_RDONLY | O_DIRECTORY));
    return reader_.load(fd.get(), name);
  }

  testing::ScratchFolder directory_;
  HeaderReader reader_;
};

TEST_F(HeaderReaderTest, reads_small_messages) {
  EXPECT_EQ(read("To: a\n\nbody"), Outcome::kRead);
  EXPECT_EQ(reader_.headers().fields().size(), 1u);
}

TEST_F(HeaderReaderTest, reads_messages_without_a_body) {
  EXPECT_EQ(read("To: a\nCc: b"), Outcome::kRead);
  EXPECT_EQ(reader_.headers().fields().size(), 2u);
}

TEST_F(HeaderReaderTest, reads_headers_of_a_megabyte) {
  for (const std::size_t size : {8192u, 8193u, 65536u, 1u << 20}) {
    EXPECT_EQ(read("X: " + std::string(size, 'x') + "\nTo: a\n\nbody"), Outcome::kRead);
    ASSERT_EQ(reader_.headers().fields().size(), 2u);
    EXPECT_EQ(reader_.headers().fields()[0].body.size(), size + 1);
  }
}

TEST_F(HeaderReaderTest, ends_where_the_buffer_ends) {
  for (std::size_t size = 8180; size < 8200; ++size) {
    EXPECT_EQ(read("X:" + std::string(size, 'x') + "\n\nTo: a\n"), Outcome::kRead);
    EXPECT_EQ(reader_.headers().fields().size(), 1u);
  }
}

TEST_F(HeaderReaderTest, reports_headers_that_never_end) {
  EXPECT_EQ(read("X: y\n" + std::string(17 << 20, 'x')), Outcome::kFailed);
  EXPECT_EQ(reader_.why(), "has headers of more than 16 MiB");
}

TEST_F(HeaderReaderTest, reports_what_is_no_message) {
  EXPECT_EQ(read(""), Outcome::kFailed);
  EXPECT_EQ(reader_.why(), "is not a message: it is empty");
  EXPECT_EQ(read(std::string(20000, '\0')), Outcome::kFailed);
  EXPECT_EQ(reader_.why(), "is not a message: its first line is no header field");
}

TEST_F(HeaderReaderTest, reports_what_is_no_file) {
  EXPECT_EQ(load("none"), Outcome::kMissing);
  std::filesystem::create_symlink("/etc/passwd", directory_.path() / "link");
  EXPECT_EQ(load("link"), Outcome::kFailed);
  EXPECT_EQ(reader_.why(), "cannot be read: Too many levels of symbolic links");
  std::filesystem::create_directory(directory_.path() / "d");
  EXPECT_EQ(load("d"), Outcome::kFailed);
  EXPECT_EQ(reader_.why(), "cannot be read: Is a directory");
}

TEST_F(HeaderReaderTest, does_not_hang_on_a_pipe) {
  ASSERT_EQ(::mkfifo((directory_.path() / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(load("pipe"), Outcome::kFailed);
  EXPECT_EQ(reader_.why(), "is not a message: it is empty");
}

}  // namespace
}  // namespace mailcomb::local_mail
