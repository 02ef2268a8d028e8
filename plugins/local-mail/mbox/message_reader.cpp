// SPDX-License-Identifier: Apache-2.0
#include "mbox/message_reader.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "mail/ascii.hpp"
#include "mail/utf8.hpp"
#include "mailcomb/failure.hpp"
#include "mbox/separator.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr std::string_view kLineStart = "\nFrom ";
// Before a separator: the end of a line and an empty line, at most `\n\r`.
constexpr std::size_t kLookBehind = 3;
constexpr std::size_t kLineBytesShown = 60;

bool is_behind_empty_line(std::string_view before) {
  return before.ends_with('\n') || before.ends_with("\n\r");
}

}  // namespace

MessageReader::MessageReader(int fd, std::uint64_t end, std::function<bool()> is_stopped)
    : fd_(fd), end_(end), is_stopped_(std::move(is_stopped)), window_(fd, end) {}

bool MessageReader::begin() {
  if (next_ >= end_) return false;
  offset_ = next_;
  window_.seek(offset_);
  has_kept_ = false;
  why_.clear();
  read_headers();
  return true;
}

void MessageReader::read_headers() {
  bool is_complete = headers_.parse(window_.bytes());
  while (!is_complete && !window_.reaches_end() && window_.bytes().size() < kHeadersMaxBytes) {
    window_.extend();
    is_complete = headers_.parse(window_.bytes());
  }
  const auto bytes = window_.bytes();
  start_ = offset_ + std::min(bytes.find('\n'), bytes.size() - 1) + 1;
  body_ = fed_ = offset_ + headers_.size();
  complain(is_complete);
  trust_content_length();
}

void MessageReader::complain(bool is_complete) {
  if (!is_complete && !window_.reaches_end()) {
    why_ = "has headers of more than 16 MiB";
  } else if (!is_complete) {
    why_ = "is cut off: the file ends within its headers";
  } else if (!headers_.is_message()) {
    why_ = "is not a message: what follows its 'From ' line is no header field";
  }
}

void MessageReader::trust_content_length() {
  promised_ = 0;
  const auto size = find_content_length(headers_);
  if (!size || *size > end_ - body_) return;
  std::array<char, 2 * kFromLineBytesMax> bytes{};
  const auto at = body_ + *size;
  const auto wanted = std::min<std::uint64_t>(bytes.size(), end_ - at);
  const auto got = ::pread(fd_, bytes.data(), wanted, static_cast<off_t>(at));
  if (got < 0) return;  // It is read again, and then told.
  const std::string_view text(bytes.data(), static_cast<std::size_t>(got));
  if (begins_with_end(text, at + text.size() == end_)) promised_ = at + empty_line_size(text);
}

void MessageReader::finish(AttachmentCounter* attachments) {
  if (attachments) attachments->begin(headers_);
  next_ = find_separator(attachments);
  const auto before = window_.bytes().substr(0, next_ - window_.offset());
  end_of_message_ = std::max(next_ - last_empty_line_size(before), body_);
  feed(end_of_message_, attachments);
}

std::uint64_t MessageReader::find_separator(AttachmentCounter* attachments) {
  // From the line feed that ends the headers: a message may have no body.
  std::size_t position = static_cast<std::size_t>(body_ - offset_) - 1;
  if (position > window_.bytes().size()) position = window_.bytes().size();
  for (;;) {
    const auto bytes = window_.bytes();
    const auto found = bytes.find(kLineStart, position);
    // The line and the one behind it decide.
    const bool is_whole = window_.reaches_end() || bytes.size() - found > 2 * kFromLineBytesMax;
    if (found != bytes.npos && is_whole) {
      if (is_end(found)) return window_.offset() + found + 1;
      position = found + 1;
    } else if (window_.reaches_end()) {
      return end_;
    } else {
      const auto kept = std::min(bytes.size(), kLineStart.size() - 1);
      position = found != bytes.npos ? found : std::max(position, bytes.size() - kept);
      const auto dropped = position - std::min(position, kLookBehind);
      move_on(dropped, attachments);
      position -= dropped;
    }
  }
}

// `line_end`: of the line before, in the window.
bool MessageReader::is_end(std::size_t line_end) {
  const auto bytes = window_.bytes();
  const auto at = window_.offset() + line_end + 1;
  if (at < promised_) return false;
  if (at == promised_) return true;
  if (!is_behind_empty_line(bytes.substr(0, line_end))) return false;
  const auto rest = bytes.substr(line_end + 1);
  const auto line = rest.substr(0, rest.find('\n'));
  if (is_separator(line)) return true;
  doubt(rest);
  return false;
}

// What begins as a separator but is none may be the end of the message or not.
void MessageReader::doubt(std::string_view rest) {
  if (!why_.empty()) return;
  const auto line = rest.substr(0, rest.find('\n'));
  const auto shown = "'" + percent_encode(trim_right(line.substr(0, kLineBytesShown))) + "'";
  HeaderBlock next;
  next.parse(rest.substr(std::min(line.size() + 1, rest.size()), kFromLineBytesMax));
  if (line.size() == rest.size()) {
    why_ = "may be two messages: the file ends within its line " + shown;
  } else if (next.is_message()) {
    why_ = "may be two messages: its line " + shown + " has headers behind it, but no date";
  }
}

void MessageReader::move_on(std::size_t position, AttachmentCounter* attachments) {
  if (is_stopped_()) throw sdk::Failure(MAILCOMB_CANCELLED, "cancelled", "the scan was stopped");
  feed(window_.offset() + position, attachments);
  keep_headers();
  window_.drop(position);
  window_.extend();
}

void MessageReader::feed(std::uint64_t until, AttachmentCounter* attachments) {
  if (!attachments || until <= fed_) return;
  const auto from = static_cast<std::size_t>(fed_ - window_.offset());
  attachments->add(window_.bytes().substr(from, static_cast<std::size_t>(until - fed_)));
  fed_ = until;
}

void MessageReader::keep_headers() {
  if (std::exchange(has_kept_, true)) return;
  kept_headers_ = window_.bytes().substr(0, static_cast<std::size_t>(body_ - offset_));
  headers_.parse(kept_headers_);
}

}  // namespace mailcomb::local_mail
