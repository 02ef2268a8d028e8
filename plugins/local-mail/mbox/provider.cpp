// SPDX-License-Identifier: Apache-2.0
#include "mbox/provider.hpp"

#include "mail/special_folders.hpp"
#include "mail/utf8.hpp"
#include "mailcomb/text.hpp"

namespace mailcomb::local_mail {
namespace {

using sdk::Value;

constexpr std::int64_t kCostBytes = 1 << 20;

std::string_view labels_of(const sdk::Config& config) {
  const Value* labels = config.find("labels");
  return labels ? std::string_view(labels->text()) : "auto";
}

// An export of Gmail has its headers in every message.
bool begins_with_gmail(const MboxFile& file) {
  MessageReader reader(file.fd.get(), file.stamp.size, [] { return false; });
  return reader.begin() && is_from_gmail(reader.headers());
}

// `Sent.mbox` is the folder Sent.
MboxKind kind_of(const std::string& account, bool has_gmail_labels) {
  std::string_view name = account;
  name.remove_prefix(name.rfind('/') + 1);
  if (name.ends_with(".mbox")) name.remove_suffix(5);
  return {has_gmail_labels, find_special_location(name).value_or("inbox"), std::string(name)};
}

}  // namespace

Mbox::Mbox(const sdk::Config& config) : path_(config["path"].text()) {
  const auto file = open_mbox(path_);
  account_ = account_of(path_);
  const auto labels = labels_of(config);
  kind_ = kind_of(account_, labels == "headers" || (labels == "auto" && begins_with_gmail(file)));
}

Value Mbox::describe() const {
  Value columns = Value::list({"id", "received_at", "size_bytes", "flags", "location", "folder",
                               "from", "to", "cc", "subject", "header:*", "attachments"});
  if (kind_.has_gmail_labels) {
    columns.push("labels");
    columns.push("category");
  }
  return Value::map(
      {{"account", account_},
       {"columns", columns},
       {"cost_unit", "MiB"},
       {"notes",
        Value::map({{"read_only",
                     kind_.has_gmail_labels
                         ? "an export of Gmail is a copy: what happens to it does not happen there"
                         : "an mbox is read only; make a Maildir of it and use provider "
                           "'maildir'"}})}});
}

sdk::ScanPlan Mbox::plan_scan(std::span<const std::string> columns, const Value*) const {
  make_columns(columns);
  const auto size = static_cast<std::int64_t>(open_mbox(path_).stamp.size);
  return {MAILCOMB_SEARCH_NONE, (size + kCostBytes - 1) / kCostBytes};
}

std::unique_ptr<MboxScan> Mbox::scan(std::span<const std::string> columns, const Value*) const {
  return std::make_unique<MboxScan>(open_mbox(path_), kind_, make_columns(columns));
}

void Mbox::observe(const sdk::Call& call, std::span<const mailcomb_str> ids,
                   std::span<const std::string> columns, sdk::RowWriter& rows) {
  const auto file = open_mbox(path_);
  index_.update(file, call);
  MessageReader reader(file.fd.get(), file.stamp.size, [&] { return call.is_cancelled(); });
  MboxRow row(kind_, make_columns(columns));
  for (const auto& id : ids) {
    const auto offset = index_.find(sdk::view(id));
    if (!offset) continue;
    reader.seek(*offset);
    if (reader.begin()) row.write(reader, std::string(sdk::view(id)), rows);
  }
}

}  // namespace mailcomb::local_mail
