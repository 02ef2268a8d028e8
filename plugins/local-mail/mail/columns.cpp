// SPDX-License-Identifier: Apache-2.0
#include "mail/columns.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "mail/ascii.hpp"
#include "mailcomb/failure.hpp"

namespace mailcomb::local_mail {
namespace {

constexpr std::string_view kHeaderPrefix = "header:";

struct Name {
  std::string_view text;
  ColumnKind kind;
  std::string_view header;
};

// Those that come from several fields, or begin with what the headers say.
constexpr ColumnKind kFromHeaders[] = {ColumnKind::kReceivedAt, ColumnKind::kAttachments,
                                       ColumnKind::kLabels, ColumnKind::kCategory};

constexpr Name kNames[] = {
    {"id", ColumnKind::kId, ""},
    {"received_at", ColumnKind::kReceivedAt, ""},
    {"size_bytes", ColumnKind::kSizeBytes, ""},
    {"flags", ColumnKind::kFlags, ""},
    {"location", ColumnKind::kLocation, ""},
    {"folder", ColumnKind::kFolder, ""},
    {"from", ColumnKind::kFrom, "from"},
    {"to", ColumnKind::kTo, "to"},
    {"cc", ColumnKind::kCc, "cc"},
    {"subject", ColumnKind::kSubject, "subject"},
    {"attachments", ColumnKind::kAttachments, ""},
    {"labels", ColumnKind::kLabels, ""},
    {"category", ColumnKind::kCategory, ""},
    {"restore", ColumnKind::kRestore, ""},
};

Column make_column(const std::string& name, std::uint32_t index) {
  if (name.starts_with(kHeaderPrefix))
    return {ColumnKind::kHeader, index, to_lower(name.substr(kHeaderPrefix.size()))};
  for (const auto& known : kNames)
    if (known.text == name) return {known.kind, index, std::string(known.header)};
  throw sdk::Failure(MAILCOMB_UNSUPPORTED, "unknown-column",
                     "a mailbox on disk has no column '" + name + "'",
                     "this is a bug of the host: describe does not offer it");
}

}  // namespace

std::vector<Column> make_columns(std::span<const std::string> names) {
  std::vector<Column> columns;
  for (const auto& name : names)
    columns.push_back(make_column(name, static_cast<std::uint32_t>(columns.size())));
  return columns;
}

bool needs_headers(std::span<const Column> columns) {
  return std::ranges::any_of(columns, [](const Column& column) {
    return !column.header.empty() || std::ranges::count(kFromHeaders, column.kind) > 0;
  });
}

bool needs_kind(std::span<const Column> columns, ColumnKind kind) {
  return std::ranges::find(columns, kind, &Column::kind) != columns.end();
}

}  // namespace mailcomb::local_mail
