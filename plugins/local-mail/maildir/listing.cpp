// SPDX-License-Identifier: Apache-2.0
#include "maildir/listing.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "mail/utf8.hpp"
#include "mailcomb/failure.hpp"
#include "maildir/message_name.hpp"
#include "posix/directory.hpp"
#include "posix/error_text.hpp"

namespace mailcomb::local_mail {
namespace {

auto order_of(const MessageFile& file) {
  return std::tuple(file.folder, file.base(), file.full_name(), file.place);
}

auto hash_of(const MessageFile& file) { return std::hash<std::string_view>()(file.base()); }

// The hashes that come more than once.
std::unordered_set<std::uint64_t> repeated_hashes(const std::vector<MessageFile>& files) {
  std::vector<std::uint64_t> hashes(files.size());
  std::ranges::transform(files, hashes.begin(), hash_of);
  std::ranges::sort(hashes);
  std::unordered_set<std::uint64_t> repeated;
  for (auto at = hashes.begin();
       (at = std::ranges::adjacent_find(at, hashes.end())) != hashes.end(); ++at)
    repeated.insert(*at);
  return repeated;
}

}  // namespace

class ListingReader {
 public:
  ListingReader(int root_fd, Listing& listing, const Listing::Wanted& wanted)
      : root_fd_(root_fd), listing_(listing), wanted_(wanted) {}

  void read() {
    listing_.folders_ = load_folders(root_fd_, listing_.troubles_);
    for (std::uint32_t folder = 0; folder < listing_.folders_.size(); ++folder) {
      const std::string& name = listing_.folders_[folder];
      const auto directory = open_directory(root_fd_, name.empty() ? "." : name.c_str());
      if (directory.is_open()) {
        read_place(directory.get(), folder, Place::kCur);
        read_place(directory.get(), folder, Place::kNew);
      } else if (errno != ENOENT) {
        report_directory(name, errno);
      }
    }
  }

 private:
  void read_place(int folder_fd, std::uint32_t folder, Place place) {
    Directory directory(folder_fd, place_name(place));
    while (const dirent* entry = directory.next()) add(directory.fd(), *entry, folder, place);
    if (directory.error() == ENOENT && folder == 0 && place == Place::kCur)
      throw sdk::Failure(MAILCOMB_UNAVAILABLE, "unreadable-mailbox",
                         "the Maildir has lost its cur while it was open",
                         "check that it is still mounted", "/path");
    if (directory.error() != 0 && directory.error() != ENOENT)
      report_directory(path(folder, place, ""), directory.error());
  }

  void add(int fd, const dirent& entry, std::uint32_t folder, Place place) {
    const std::string_view name = entry.d_name;
    if (name.starts_with('.')) return;
    const auto base = split_name(name).base;
    if (!wanted_(base, entry.d_ino)) return;
    const FileType type = file_type(fd, entry);
    if (type != FileType::kRegular) {
      listing_.troubles_.push_back({percent_encode(path(folder, place, name)),
                                    type == FileType::kSymlink
                                        ? "is a symbolic link, which is not followed"
                                        : "is not a regular file"});
      return;
    }
    listing_.files_.push_back({copy(name), entry.d_ino, folder,
                               static_cast<std::uint8_t>(name.size()),
                               static_cast<std::uint8_t>(base.size()), place});
  }

  const char* copy(std::string_view name) {
    auto* memory = static_cast<char*>(listing_.names_->allocate(name.size() + 1, 1));
    std::memcpy(memory, name.data(), name.size());
    memory[name.size()] = '\0';
    return memory;
  }

  std::string path(std::uint32_t folder, Place place, std::string_view name) const {
    std::string text = to_path({listing_.folders_[folder], place, std::string(name)});
    if (name.empty()) text.pop_back();
    return text;
  }

  void report_directory(const std::string& path, int error) {
    listing_.troubles_.push_back(
        {percent_encode(path), "cannot be read: " + error_text(error), true});
  }

  int root_fd_;
  Listing& listing_;
  const Listing::Wanted& wanted_;
};

Listing Listing::load(int root_fd, const Wanted& wanted) {
  Listing listing;
  ListingReader(root_fd, listing, wanted).read();
  std::ranges::sort(listing.files_, {}, order_of);
  return listing;
}

Listing Listing::load(int root_fd) {
  return load(root_fd, [](std::string_view, std::uint64_t) { return true; });
}

const Trouble* Listing::find_hiding_place() const {
  const auto found = std::ranges::find(troubles_, true, &Trouble::hides_messages);
  return found == troubles_.end() ? nullptr : &*found;
}

FilePath Listing::path_of(const MessageFile& file) const {
  return {folder_of(file), file.place, std::string(file.full_name())};
}

std::vector<const MessageFile*> Listing::find(std::string_view base) const {
  const auto place_of = [](const MessageFile& file) { return std::pair(file.folder, file.base()); };
  std::vector<const MessageFile*> found;
  for (std::uint32_t folder = 0; folder < folders_.size(); ++folder)
    for (const auto& file : std::ranges::equal_range(files_, std::pair(folder, base), {}, place_of))
      found.push_back(&file);
  return found;
}

// Only bases whose hash comes twice are compared with the others.
std::vector<std::vector<const MessageFile*>> Listing::doubles() const {
  const auto repeated = repeated_hashes(files_);
  std::vector<std::vector<const MessageFile*>> doubles;
  if (repeated.empty()) return doubles;
  for (const auto& file : files_) {
    if (!repeated.contains(hash_of(file))) continue;
    auto files = find(file.base());
    if (files.size() > 1 && files.front() == &file) doubles.push_back(std::move(files));
  }
  return doubles;
}

}  // namespace mailcomb::local_mail
