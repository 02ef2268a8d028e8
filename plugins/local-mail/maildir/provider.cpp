// SPDX-License-Identifier: Apache-2.0
#include "maildir/provider.hpp"

#include <sys/file.h>

#include <cerrno>
#include <set>

#include "mail/columns.hpp"
#include "maildir/apply.hpp"
#include "maildir/folder_making.hpp"
#include "maildir/folders.hpp"
#include "maildir/listing.hpp"
#include "maildir/observe.hpp"
#include "maildir/place.hpp"
#include "maildir/target.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {

using sdk::Value;

namespace {

LabelSource labels_of(const sdk::Config& config) {
  const Value* labels = config.find("labels");
  return labels && labels->text() == "headers" ? LabelSource::kHeaders : LabelSource::kNone;
}

}  // namespace

Maildir::Maildir(const sdk::Config& config, Disk& disk)
    : root_(open_root(config["path"].text())), labels_(labels_of(config)), disk_(disk) {}

Value Maildir::describe() const {
  Value columns =
      Value::list({"id", "received_at", "size_bytes", "flags", "location", "folder", "from", "to",
                   "cc", "subject", "header:*", "attachments", "restore"});
  if (labels_ == LabelSource::kHeaders) {
    columns.push("labels");
    columns.push("category");
  }
  return Value::map(
      {{"account", root_.account},
       {"columns", columns},
       {"actions",
        Value::list({"archive", "trash", "mark_read", "mark_unread", "star", "unstar", "restore"})},
       {"changes_per_batch", 100},
       {"cost_unit", "files"},
       {"notes", Value::map({{"archive", "moved to the folder Archive"},
                             {"trash", "moved to the folder Trash; nothing empties it"}})}});
}

sdk::ScanPlan Maildir::plan_scan(std::span<const std::string> columns, const Value*) const {
  make_columns(columns);
  std::int64_t files = 0;
  const auto count = [&](std::string_view, std::uint64_t) {
    ++files;
    return false;
  };
  Listing::load(root_.fd.get(), count);
  return {MAILCOMB_SEARCH_NONE, files};
}

std::unique_ptr<MaildirScan> Maildir::scan(std::span<const std::string> columns,
                                           const Value*) const {
  return std::make_unique<MaildirScan>(root_.fd.get(), make_columns(columns), labels_);
}

void Maildir::observe(const sdk::Call& call, std::span<const mailcomb_str> ids,
                      std::span<const std::string> columns, sdk::RowWriter& rows) const {
  local_mail::observe(root_.fd.get(), call, ids, make_columns(columns), labels_, rows);
}

Value Maildir::prepare(std::span<const mailcomb_str> actions) const {
  std::vector<Trouble> troubles;
  const auto folders = load_folders(root_.fd.get(), troubles);
  std::set<std::string> missing;
  for (const auto& action : actions) {
    const Intent intent = make_intent({&action, 1});
    if (intent.location.empty()) continue;
    const std::string folder = target_folder(folders, intent.location);
    if (lacks_folder(folders, folder)) missing.insert(folder);
  }
  if (missing.empty()) return {};
  Value announced = Value::list();
  for (const auto& folder : missing) announced.push(folder);
  return Value::map({{"folders", announced}});
}

void Maildir::apply(const sdk::Call& call, std::span<const mailcomb_change> changes,
                    sdk::Outcomes& outcomes) const {
  local_mail::apply(root_.fd.get(), disk_, call, changes, outcomes);
}

void Maildir::retire(const Value& creations) const {
  for (const auto& folder : creations["folders"].members()) {
    const std::string& name = folder.value.text();
    const int error = is_folder_name(name) ? retire_folder(root_.fd.get(), name, disk_) : EINVAL;
    if (error != 0)
      throw sdk::Failure(MAILCOMB_UNAVAILABLE, "folder-stays",
                         "the folder '" + name + "' that the run made stays: " + error_text(error),
                         "it harms nobody; remove it by hand if it is empty");
  }
}

void Maildir::lock() const {
  if (::flock(root_.fd.get(), LOCK_EX | LOCK_NB) == 0) return;
  if (errno == EWOULDBLOCK)
    throw sdk::Failure(MAILCOMB_LOCKED, "mailbox-locked",
                       "the mailbox '" + root_.account + "' is being changed by another run",
                       "wait until that run has ended");
  throw sdk::Failure(MAILCOMB_UNAVAILABLE, "cannot-lock",
                     "the mailbox '" + root_.account + "' cannot be locked: " + error_text(errno));
}

void Maildir::unlock() const noexcept { ::flock(root_.fd.get(), LOCK_UN); }

}  // namespace mailcomb::local_mail
