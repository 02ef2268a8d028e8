// SPDX-License-Identifier: Apache-2.0
#include "mail/attachment_counter.hpp"

#include <algorithm>

#include "mail/ascii.hpp"

namespace mailcomb::local_mail {
namespace {

// Of a line of the body no more is of interest; boundaries have at most 70 (RFC 2046 section 5.1.1).
constexpr std::size_t kLineBytesMax = 16 << 10;

}  // namespace

void AttachmentCounter::begin(const HeaderBlock& headers) {
  *this = {};
  judge(headers);
}

void AttachmentCounter::add(std::string_view bytes) {
  while (!bytes.empty() && wants_more()) {
    const auto end = bytes.find('\n');
    const auto piece = bytes.substr(0, end);
    bytes_ += piece.size() + 1;
    if (bytes_ > kBodyBytesMax) is_lost_ = true;
    if (end == bytes.npos) return keep(piece);
    if (line_.empty()) {
      take_line(piece.substr(0, kLineBytesMax));
    } else {
      keep(piece);
      take_line(line_);
      line_.clear();
    }
    bytes.remove_prefix(end + 1);
  }
}

std::optional<std::int64_t> AttachmentCounter::finish() {
  if (!line_.empty()) take_line(line_);
  if (is_in_headers_) end_part_headers();
  const bool has_no_parts = !boundaries_.empty() && parts_ == 0;
  if (attachments_ == 0 && (is_lost_ || has_no_parts)) return {};
  return attachments_;
}

void AttachmentCounter::keep(std::string_view piece) {
  line_ += piece.substr(0, kLineBytesMax - std::min(line_.size(), kLineBytesMax));
}

void AttachmentCounter::take_line(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.starts_with("--") && take_boundary(line)) return;
  if (is_in_headers_) take_header_line(line);
}

bool AttachmentCounter::take_boundary(std::string_view line) {
  const auto text = trim_right(line.substr(2));
  for (auto open = boundaries_.size(); open > 0; --open) {
    const std::string& boundary = boundaries_[open - 1];
    if (!text.starts_with(boundary)) continue;
    const auto rest = text.substr(boundary.size());
    if (!rest.empty() && rest != "--") continue;
    // The headers of a part may end without an empty line; what is open further in ends here.
    if (is_in_headers_) end_part_headers();
    boundaries_.resize(rest.empty() ? open : open - 1);
    is_in_headers_ = rest.empty();
    parts_ += is_in_headers_;
    return true;
  }
  return false;
}

void AttachmentCounter::take_header_line(std::string_view line) {
  if (line.empty()) return end_part_headers();
  part_headers_ += line;
  part_headers_ += '\n';
  is_lost_ = is_lost_ || part_headers_.size() > kPartHeadersMaxBytes;
}

void AttachmentCounter::end_part_headers() {
  is_in_headers_ = false;
  HeaderBlock headers;
  headers.parse(part_headers_);
  judge(headers);
  part_headers_.clear();
}

void AttachmentCounter::judge(const HeaderBlock& headers) {
  const Part part(headers);
  attachments_ += is_attachment(part);
  if (!part.is_multipart()) return;
  const std::string* boundary = part.type.find("boundary");
  if (boundary && !boundary->empty() && boundaries_.size() < kDepthMax) {
    boundaries_.push_back(*boundary);
  } else {
    is_lost_ = true;
  }
}

}  // namespace mailcomb::local_mail
