// SPDX-License-Identifier: Apache-2.0
#include "maildir/headers_ahead.hpp"

#include <algorithm>

namespace mailcomb::local_mail {

HeadersAhead::HeadersAhead(int root_fd, const Listing& listing)
    : root_fd_(root_fd), listing_(listing) {}

const HeaderReader* HeadersAhead::find(std::size_t number) {
  // A few files are read faster than a thread begins.
  if (listing_.files().size() <= kFilesPerChunk) return nullptr;
  while (number >= taken_end_) take_next();
  const auto& headers = taken_[number - (taken_end_ - taken_.size())];
  return headers.is_read ? &headers.reader : nullptr;
}

void HeadersAhead::take_next() {
  if (!reading_.valid()) begin(taken_end_);
  read(taken_end_);
  reading_.get();
  std::swap(taken_, coming_);
  taken_end_ += taken_.size();
  if (taken_end_ < listing_.files().size()) begin(taken_end_);
}

void HeadersAhead::begin(std::size_t first) {
  coming_.resize(std::min(kFilesPerChunk, listing_.files().size() - first));
  next_ = 0;
  reading_ = std::async(std::launch::async, [this, first] { read(first); });
}

void HeadersAhead::read(std::size_t first) {
  PlaceDirs directories(root_fd_);
  const MessageFile* before = nullptr;
  for (std::size_t i = next_++; i < coming_.size(); i = next_++) {
    const MessageFile& file = listing_.files()[first + i];
    if (before && file.folder != before->folder) directories.close_all();
    before = &file;
    const int directory = directories.fd(listing_.folder_of(file), file.place);
    auto& [reader, is_read] = coming_[i];
    is_read = directory >= 0 && reader.load_at_once(directory, file.name);
  }
}

}  // namespace mailcomb::local_mail
