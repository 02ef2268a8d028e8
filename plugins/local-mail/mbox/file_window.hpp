// SPDX-License-Identifier: Apache-2.0
// FileWindow: a part of a file in memory that moves on through it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mailcomb::local_mail {

class FileWindow {
 public:
  static constexpr std::size_t kBlockBytes = 256 << 10;

  // The first `end` bytes of an open file, which must stay open.
  FileWindow(int fd, std::uint64_t end) : fd_(fd), end_(end) {}

  // What is in memory; borrowed until the next call that is not const.
  std::string_view bytes() const { return {buffer_.data() + begin_, size_}; }
  // Of the first of these bytes, in the file.
  std::uint64_t offset() const { return offset_; }
  bool reaches_end() const { return offset_ + size_ == end_; }

  // Reads another block behind them. Throws sdk::Failure if that cannot be read, or if the file has
  // become shorter.
  void extend();
  void drop(std::size_t count);
  // Goes to an offset; keeps what is in memory of the bytes behind it.
  void seek(std::uint64_t offset);

 private:
  void make_room();

  int fd_;
  std::uint64_t end_;
  std::uint64_t offset_ = 0;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // Of the bytes, in the buffer.
  std::size_t size_ = 0;
};

}  // namespace mailcomb::local_mail
