// SPDX-License-Identifier: Apache-2.0
#include "mbox/message_row.hpp"

#include <utility>

#include "mail/label_cells.hpp"
#include "mail/number_cell.hpp"
#include "mail/received.hpp"
#include "mbox/status_flags.hpp"

namespace mailcomb::local_mail {
namespace {

std::optional<std::int64_t> received_at(const HeaderBlock& headers) {
  const auto received_at = find_received_at(headers);
  if (!received_at) return {};
  return received_at->time_since_epoch().count();
}

}  // namespace

MboxRow::MboxRow(MboxKind kind, std::vector<Column> columns)
    : kind_(std::move(kind)),
      columns_(std::move(columns)),
      needs_attachments_(needs_kind(columns_, ColumnKind::kAttachments)) {}

void MboxRow::write(MessageReader& message, const std::string& id, sdk::RowWriter& rows) {
  message.finish(needs_attachments_ ? &attachments_ : nullptr);
  if (!message.why().empty()) {
    rows.skip("message at byte " + std::to_string(message.offset()), message.why());
    return;
  }
  if (kind_.has_gmail_labels) labels_ = read_gmail_labels(message.headers());
  for (const auto& column : columns_) write_cell(column, message, id, rows);
  rows.end_row();
}

void MboxRow::write_cell(const Column& column, const MessageReader& message, const std::string& id,
                         sdk::RowWriter& rows) {
  const auto& headers = message.headers();
  const auto location = kind_.has_gmail_labels ? labels_.location : kind_.location;
  switch (column.kind) {
    case ColumnKind::kId: return rows.text(column.index, id);
    case ColumnKind::kReceivedAt: return write_number(column, received_at(headers), rows);
    case ColumnKind::kSizeBytes:
      return rows.i64(column.index, static_cast<std::int64_t>(message.size()));
    case ColumnKind::kFlags: return rows.u64(column.index, flags(headers));
    case ColumnKind::kLocation: return rows.text(column.index, location);
    case ColumnKind::kFolder:
      return rows.text(column.index, kind_.has_gmail_labels ? folder_of_location(location)
                                                            : std::string_view(kind_.folder));
    case ColumnKind::kLabels: return write_labels(column, labels_, rows);
    case ColumnKind::kCategory: return write_category(column, labels_, rows);
    case ColumnKind::kAttachments: return write_number(column, attachments_.finish(), rows);
    default: return header_cells_.write(column, headers, rows);
  }
}

std::uint64_t MboxRow::flags(const HeaderBlock& headers) const {
  return kind_.has_gmail_labels ? labels_.flags : status_flags(headers);
}

}  // namespace mailcomb::local_mail
