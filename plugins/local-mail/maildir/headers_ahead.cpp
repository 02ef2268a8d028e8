// SPDX-License-Identifier: Apache-2.0
#include "maildir/headers_ahead.hpp"

#include <algorithm>

namespace mailcomb::local_mail {

HeadersAhead::HeadersAhead(int root_fd, const Listing& listing)
    : listing_(listing), directories_(root_fd) {}

const HeaderReader* HeadersAhead::find(std::size_t number) {
  // A few files are read faster than a thread begins.
  if (listing_.files().size() <= kFilesPerChunk) return nullptr;
  while (number >= taken_end_) take_next();
  const auto& headers = taken_[number - (taken_end_ - taken_.size())];
  return headers.is_read ? &headers.reader : nullptr;
}

void HeadersAhead::take_next() {
  if (!reading_.valid()) begin(taken_end_);
  reading_.get();
  std::swap(taken_, coming_);
  taken_end_ += taken_.size();
  if (taken_end_ < listing_.files().size()) begin(taken_end_);
}

void HeadersAhead::begin(std::size_t first) {
  coming_.resize(std::min(kFilesPerChunk, listing_.files().size() - first));
  reading_ = std::async(std::launch::async, [this, first] { read(first); });
}

void HeadersAhead::read(std::size_t first) {
  for (std::size_t i = 0; i < coming_.size(); ++i) {
    const MessageFile& file = listing_.files()[first + i];
    if (first + i > 0 && file.folder != listing_.files()[first + i - 1].folder)
      directories_.close_all();
    const int directory = directories_.fd(listing_.folder_of(file), file.place);
    auto& [reader, is_read] = coming_[i];
    is_read = directory >= 0 && reader.load_at_once(directory, file.name);
  }
}

}  // namespace mailcomb::local_mail
