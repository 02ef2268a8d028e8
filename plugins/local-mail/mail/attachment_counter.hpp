// SPDX-License-Identifier: Apache-2.0
// AttachmentCounter: counts the attachments of a message that is fed to it piece by piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/attachment.hpp"
#include "mail/header_block.hpp"

namespace mailcomb::local_mail {

// Follows the boundaries of multiparts (RFC 2046 section 5.1) line by line; keeps nothing but those
// and the headers of one part. A message within the message counts as one part and is not looked
// into.
class AttachmentCounter {
 public:
  static constexpr std::uint64_t kBodyBytesMax = 64 << 20;
  static constexpr std::size_t kDepthMax = 32;
  static constexpr std::size_t kPartHeadersMaxBytes = 64 << 10;

  // Begins a message.
  void begin(const HeaderBlock& headers);
  // False once more of the body would change nothing: most messages have no parts.
  bool wants_more() const { return !boundaries_.empty() && !is_lost_; }
  void add(std::string_view bytes);
  // At the end of the message. Where its structure cannot be followed to the end (no boundary, too
  // deep, too long), what was found until then, or empty if that is nothing.
  std::optional<std::int64_t> finish();

 private:
  void keep(std::string_view piece);
  void take_line(std::string_view line);
  // Whether the line, which begins with `--`, is a boundary of an open multipart.
  bool take_boundary(std::string_view line);
  void take_header_line(std::string_view line);
  void end_part_headers();
  void judge(const HeaderBlock& headers);

  std::vector<std::string> boundaries_;  // Of the open multiparts, the innermost last.
  std::string part_headers_;
  std::string line_;  // The beginning of a line whose end is still to come.
  std::uint64_t bytes_ = 0;
  std::int64_t parts_ = 0;
  std::int64_t attachments_ = 0;
  bool is_in_headers_ = false;  // Of a part.
  bool is_lost_ = false;
};

}  // namespace mailcomb::local_mail
