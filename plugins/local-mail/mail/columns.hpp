// SPDX-License-Identifier: Apache-2.0
// Columns: what a request asks for, resolved once, so that no row looks at names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mailcomb::local_mail {

enum class ColumnKind {
  kId,
  kReceivedAt,
  kSizeBytes,
  kFlags,
  kLocation,
  kFolder,
  kFrom,
  kTo,
  kCc,
  kSubject,
  kHeader,
  kAttachments,
  kLabels,
  kCategory,
  kRestore,
};

struct Column {
  ColumnKind kind;
  std::uint32_t index;  // In the request.
  std::string header;   // The field's name in lower case, if it comes from one field.
};

// Throws sdk::Failure for a name that no mailbox on disk offers.
std::vector<Column> make_columns(std::span<const std::string> names);

// Whether the message itself must be read for it.
bool needs_headers(std::span<const Column> columns);
bool needs_kind(std::span<const Column> columns, ColumnKind kind);

}  // namespace mailcomb::local_mail
