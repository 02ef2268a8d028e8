// SPDX-License-Identifier: Apache-2.0
// Text files that people name: policies and plans.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/error.hpp"

namespace mailcomb::app {

// Fails with kInvalid, saying why.
Result<std::string> read_text_file(const std::filesystem::path& file);

// Makes a file that only we can read; one that is there stays as it is, and is an error.
Result<void> write_new_text_file(const std::filesystem::path& file, std::string_view text);

// Besides the owner nobody can read a file, or everybody can.
enum class Readers { kOwner, kEverybody };

// A file that is written whole or not at all: a temporary one beside it is renamed.
class WholeFile {
 public:
  static Result<WholeFile> create(const std::filesystem::path& file,
                                  Readers readers = Readers::kOwner);
  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  ~WholeFile();

  void write(std::string_view text);
  // Durable, under its name. Fails if any write did.
  Result<void> finish();

 private:
  WholeFile(std::filesystem::path file, std::string temporary, int descriptor)
      : file_(std::move(file)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

  std::filesystem::path file_;
  std::string temporary_;
  int descriptor_;
  int errno_ = 0;
};

}  // namespace mailcomb::app
