// SPDX-License-Identifier: Apache-2.0
// What counts as an attachment.
#pragma once

#include "mail/header_block.hpp"
#include "mail/mime_field.hpp"

namespace mailcomb::local_mail {

// What the headers of a part of a message, or of a whole one, say of its content.
struct Part {
  explicit Part(const HeaderBlock& headers);

  bool is_multipart() const { return type.value().starts_with("multipart/"); }

  MimeField type;
  MimeField disposition;
};

// By its Content-Disposition (RFC 2183): `attachment`, and all that is not `inline` (section 2.8).
// Without one, a part with a file name that is no text. With `inline`, a part with a file name that
// is neither text nor image, since only those are shown within a message. Never a multipart, which
// only holds parts, nor a signature (RFC 1847).
bool is_attachment(const Part& part);

}  // namespace mailcomb::local_mail
