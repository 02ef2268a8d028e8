// SPDX-License-Identifier: Apache-2.0
#include "maildir/mover.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <string_view>
#include <unordered_set>

#include "mailcomb/failure.hpp"
#include "maildir/doubles.hpp"
#include "maildir/folder_making.hpp"
#include "maildir/target.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
namespace {

Outcome failed(std::string why) { return {Fate::kFailed, std::move(why)}; }

std::string rename_error(int error, const FilePath& to) {
  const std::string path = quoted_path(to);
  switch (error) {
    case EEXIST: return "a file of that name is already there: " + path;
    case EINVAL:
    case ENOSYS:
      return "the file system cannot rename without the risk of replacing a file "
             "(renameat2 with RENAME_NOREPLACE)";
    default: return "cannot be moved to " + path + ": " + error_text(error);
  }
}

}  // namespace

Mover::Mover(int root_fd, Disk& disk, const std::vector<Order>& orders)
    : disk_(disk), orders_(orders), directories_(root_fd) {
  list();
}

void Mover::list() {
  std::unordered_set<std::string_view> bases;
  std::unordered_set<std::uint64_t> inodes;
  for (const auto& order : orders_) {
    bases.insert(order.base);
    if (order.token) inodes.insert(static_cast<std::uint64_t>(order.token->file.inode));
  }
  listing_ = Listing::load(directories_.root_fd(), [&](std::string_view base, std::uint64_t inode) {
    return bases.contains(base) || inodes.contains(inode);
  });
}

Outcome Mover::move(const Order& order) {
  if (!order.intent.error.empty()) return failed(order.intent.error);
  // Somebody else may rename the file between the look and the move, so it is looked for again.
  for (bool has_tried = false;; list()) {
    const Found found = find(order);
    if (found.file) {
      const FilePath from = listing_.path_of(*found.file);
      const FilePath to =
          order.token ? order.token->path : target_path(from, order.intent, listing_.folders());
      const int error = rename(from, to);
      if (error == 0) return {};
      if (error != ENOENT || has_tried) return failed(rename_error(error, to));
      has_tried = true;
    } else if (found.outcome.fate != Fate::kGone || has_looked_again_) {
      return found.outcome;
    } else {
      has_looked_again_ = true;
    }
  }
}

Mover::Found Mover::find(const Order& order) {
  auto files = listing_.find(order.base);
  if (files.size() > 1) files = still_there(directories_, listing_, files);
  if (files.size() > 1) return {nullptr, failed(doubles_text(listing_, files))};
  if (files.empty()) return find_elsewhere(order);
  if (!order.token) return {files.front(), {}};
  const auto now = identify(*files.front());
  if (!now && errno == ENOENT) return {nullptr, {Fate::kGone, ""}};
  if (!now) return {nullptr, failed("cannot be looked at: " + error_text(errno))};
  if (is_same_file(*now, order.token->file)) return {files.front(), {}};
  return {nullptr, failed(quoted_path(listing_.path_of(*files.front())) +
                          " is another file than the one that was moved")};
}

Mover::Found Mover::find_elsewhere(const Order& order) {
  // An inode may be used again, so here the file's size and time must be the same too.
  if (order.token)
    for (const auto& file : listing_.files())
      if (identify(file) == order.token->file) return {&file, {}};
  if (const Trouble* trouble = listing_.find_hiding_place())
    return {nullptr, failed("may lie in '" + trouble->what + "', which " + trouble->why)};
  return {nullptr, {Fate::kGone, ""}};
}

std::optional<FileIdentity> Mover::identify(const MessageFile& file) {
  struct stat found {};
  const int directory = directories_.fd(listing_.folder_of(file), file.place);
  if (directory < 0 || ::fstatat(directory, file.name, &found, AT_SYMLINK_NOFOLLOW) != 0) return {};
  return identity_of(found);
}

int Mover::rename(const FilePath& from, const FilePath& to) {
  const int from_fd = directories_.fd(from.folder, from.place);
  if (from_fd < 0) return errno;
  const int to_fd = open_target(to);
  if (to_fd < 0) return errno;
  // What a run that was killed has renamed still gets its sync.
  const int error =
      from == to ? 0 : disk_.rename(from_fd, from.name.c_str(), to_fd, to.name.c_str());
  if (error != 0) return error;
  sources_.emplace(from.folder, from.place);
  targets_.emplace(to.folder, to.place);
  return 0;
}

int Mover::open_target(const FilePath& to) {
  const int fd = directories_.fd(to.folder, to.place);
  if (fd >= 0 || errno != ENOENT || to.folder.empty()) return fd;
  errno = make_folder(directories_.root_fd(), to.folder, disk_);
  return errno == 0 ? directories_.fd(to.folder, to.place) : -1;
}

void Mover::sync() {
  // Targets first: a power cut then finds a message in two places at worst, never in none.
  sync_all(targets_);
  sync_all(sources_);
}

void Mover::sync_all(const Directories& directories) {
  for (const auto& [folder, place] : directories) {
    const int fd = directories_.fd(folder, place);
    const int error = fd < 0 ? errno : disk_.sync(fd);
    if (error != 0)
      throw sdk::Failure(MAILCOMB_UNAVAILABLE, "sync-failed",
                         "changes in " + quoted_path({folder, place, ""}) +
                             " may be lost in a power cut: " + error_text(error),
                         "check the disk, then resume or undo the run");
  }
}

}  // namespace mailcomb::local_mail
