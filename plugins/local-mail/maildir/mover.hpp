// SPDX-License-Identifier: Apache-2.0
// Mover: carries out orders by renaming files, and remembers which directories that touched.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "maildir/listing.hpp"
#include "maildir/order.hpp"
#include "maildir/place_dirs.hpp"
#include "posix/disk.hpp"

namespace mailcomb::local_mail {

class Mover {
 public:
  // `orders` must outlive it. Reads the names of the files that the orders are about.
  Mover(int root_fd, Disk& disk, const std::vector<Order>& orders);

  // Moves the message, or leaves it as it was.
  Outcome move(const Order& order);

  // Makes all moves durable. Throws sdk::Failure if that fails.
  void sync();

 private:
  struct Found {
    const MessageFile* file = nullptr;
    Outcome outcome;  // If there is no file to move.
  };
  using Directories = std::set<std::pair<std::string, Place>>;

  void list();
  Found find(const Order& order);
  Found find_elsewhere(const Order& order);
  // Empty if it is no longer where it was listed.
  std::optional<FileIdentity> identify(const MessageFile& file);
  // 0 or an errno.
  int rename(const FilePath& from, const FilePath& to);
  int open_target(const FilePath& to);
  void sync_all(const Directories& directories);

  Disk& disk_;
  const std::vector<Order>& orders_;
  PlaceDirs directories_;
  Listing listing_;
  Directories sources_, targets_;
  bool has_looked_again_ = false;  // For those that were missing: once for all of them.
};

}  // namespace mailcomb::local_mail
