// SPDX-License-Identifier: Apache-2.0
// MessageReader: goes through an mbox message by message, in memory that does not grow with them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "mail/attachment_counter.hpp"
#include "mail/header_block.hpp"
#include "mbox/file_window.hpp"

namespace mailcomb::local_mail {

// A message begins with a separator (separator.hpp) at the start of the file or behind an empty
// line. Where its Content-Length leads exactly to the next one or to the end of the file, lines
// before that are never separators.
class MessageReader {
 public:
  static constexpr std::size_t kHeadersMaxBytes = 16 << 20;

  // As FileWindow. `is_stopped` is asked between reads of long messages.
  MessageReader(int fd, std::uint64_t end, std::function<bool()> is_stopped);

  // Goes to the message whose separator begins there.
  void seek(std::uint64_t offset) { next_ = offset; }
  // Reads the headers of the next message; false at the end of the file. Throws sdk::Failure if the
  // file cannot be read or the caller is to stop.
  bool begin();
  // Goes on to the end of the message. `attachments`, if it is given, sees its body.
  void finish(AttachmentCounter* attachments);

  std::uint64_t offset() const { return offset_; }
  // Valid until the next `begin`; they include the separator.
  const HeaderBlock& headers() const { return headers_; }
  // Without the separator and the empty line behind the message. After `finish`.
  std::uint64_t size() const { return end_of_message_ - start_; }
  // Why it is not to be trusted; empty if it is.
  const std::string& why() const { return why_; }

 private:
  void read_headers();
  void complain(bool is_complete);
  void trust_content_length();
  // In the file; the end of the file if there is no other separator.
  std::uint64_t find_separator(AttachmentCounter* attachments);
  bool is_end(std::size_t line_end);
  void doubt(std::string_view rest);
  // Reads on, and lets go of all before `position` in the window.
  void move_on(std::size_t position, AttachmentCounter* attachments);
  void feed(std::uint64_t until, AttachmentCounter* attachments);
  void keep_headers();

  int fd_;
  std::uint64_t end_;
  std::function<bool()> is_stopped_;
  FileWindow window_;
  HeaderBlock headers_;
  std::string kept_headers_;  // What `headers_` borrows from once the window has moved on.
  bool has_kept_ = false;
  std::uint64_t next_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t start_ = 0;  // Of the message, behind the separator.
  std::uint64_t body_ = 0;
  std::uint64_t fed_ = 0;  // The body as far as the counter has seen it.
  std::uint64_t end_of_message_ = 0;
  std::uint64_t promised_ = 0;  // Where the next separator must be, by Content-Length; 0: unknown.
  std::string why_;
};

}  // namespace mailcomb::local_mail
