// SPDX-License-Identifier: Apache-2.0
// Listing: the names of all message files of a Maildir at one time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "maildir/folders.hpp"
#include "maildir/place.hpp"

namespace mailcomb::local_mail {

// One file, in as little memory as it takes; the name lives in the listing.
struct MessageFile {
  const char* name;  // Ends with a NUL.
  std::uint64_t inode;
  std::uint32_t folder;    // Index into the listing's folders.
  std::uint8_t name_size;  // At most NAME_MAX.
  std::uint8_t base_size;
  Place place;

  std::string_view full_name() const { return {name, name_size}; }
  std::string_view base() const { return {name, base_size}; }
};

class Listing {
 public:
  // Whether a file is to be listed.
  using Wanted = std::function<bool(std::string_view base, std::uint64_t inode)>;

  // Reads every directory once. What cannot be read becomes a trouble.
  static Listing load(int root_fd, const Wanted& wanted);
  static Listing load(int root_fd);

  const std::vector<std::string>& folders() const { return folders_; }
  // Ordered by folder, base and name.
  const std::vector<MessageFile>& files() const { return files_; }
  const std::vector<Trouble>& troubles() const { return troubles_; }
  // A trouble behind which a message that is missed may lie, or nullptr.
  const Trouble* find_hiding_place() const;

  const std::string& folder_of(const MessageFile& file) const { return folders_[file.folder]; }
  FilePath path_of(const MessageFile& file) const;
  // By folder and name.
  std::vector<const MessageFile*> find(std::string_view base) const;
  // The bases that more than one file has, with their files.
  std::vector<std::vector<const MessageFile*>> doubles() const;

 private:
  friend class ListingReader;

  std::vector<std::string> folders_;
  std::vector<MessageFile> files_;
  std::vector<Trouble> troubles_;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> names_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>(64 << 10);
};

}  // namespace mailcomb::local_mail
