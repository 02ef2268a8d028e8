// SPDX-License-Identifier: Apache-2.0
// HeaderReader: reads the headers of message files, and no more of them than that takes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mail/header_block.hpp"

namespace mailcomb::local_mail {

class HeaderReader {
 public:
  static constexpr std::size_t kHeadersMaxBytes = 16 << 20;

  enum class Outcome {
    kRead,
    kMissing,  // No file of that name.
    kFailed,   // Cannot be opened or read, or is no message; `why` tells.
  };

  // Reads the file `name` of the directory `directory_fd`. Follows no symbolic link.
  Outcome load(int directory_fd, const char* name);

  // Of the last message read; ends with the next `load`.
  const HeaderBlock& headers() const { return headers_; }
  const std::string& why() const { return why_; }

 private:
  Outcome read_all(int fd);
  Outcome fail(std::string why);

  std::vector<char> buffer_ = std::vector<char>(8 << 10);
  HeaderBlock headers_;
  std::string why_;
};

}  // namespace mailcomb::local_mail
