// SPDX-License-Identifier: Apache-2.0
// HeaderReader: reads the headers of message files, and of their bodies only what is asked for.
#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/header_block.hpp"
#include "posix/unique_fd.hpp"

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
  // Reads only once: true if that gave all of the headers, as it nearly always does. Of everything
  // else `load` tells what it is.
  bool load_at_once(int directory_fd, const char* name);
  // Looks only at its status; there are no headers then.
  Outcome look(int directory_fd, const char* name);

  // Of the last message read; end with the next `load`.
  const HeaderBlock& headers() const { return headers_; }
  const struct stat& status() const { return status_; }
  const std::string& why() const { return why_; }

  // The next piece of the body of the message that was read; empty at its end. None, with `why`, if
  // it cannot be read.
  std::optional<std::string_view> read_body();

 private:
  Outcome read_all();
  Outcome fail(int error);
  Outcome fail(std::string why);

  UniqueFd file_;
  std::vector<char> buffer_ = std::vector<char>(8 << 10);
  std::size_t size_ = 0;  // Of what the buffer holds: the headers and the beginning of the body.
  HeaderBlock headers_;
  std::vector<char> body_;
  bool has_given_beginning_ = false;  // Of the body.
  struct stat status_ {};
  std::string why_;
};

}  // namespace mailcomb::local_mail
