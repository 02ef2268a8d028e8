// SPDX-License-Identifier: Apache-2.0
// MimeField: a Content-Type or Content-Disposition field, read (RFC 2045 section 5.1, RFC 2183).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mailcomb::local_mail {

class MimeField {
 public:
  MimeField() = default;
  // A body, folded or not. Of one that is no such field, or has more than 16 KiB, what can be read.
  explicit MimeField(std::string_view body);

  // `multipart/mixed`, `inline`: in lower case; empty if there is none.
  const std::string& value() const { return value_; }
  // Its first parameter of that name, which is in lower case; nullptr if it has none.
  const std::string* find(std::string_view name) const;
  // The same, also if it is encoded or in parts: `filename*`, `filename*0` (RFC 2231).
  bool has(std::string_view name) const;

 private:
  std::string value_;
  std::vector<std::pair<std::string, std::string>> parameters_;  // Names in lower case.
};

}  // namespace mailcomb::local_mail
