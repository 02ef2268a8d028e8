// SPDX-License-Identifier: Apache-2.0
// HeadersAhead: reads the headers of a listing's messages a little before they are asked for, in a
// thread of its own.
#pragma once

#include <cstddef>
#include <future>
#include <vector>

#include "mail/header_reader.hpp"
#include "maildir/listing.hpp"
#include "maildir/place_dirs.hpp"

namespace mailcomb::local_mail {

// Half of a scan is opening and reading files, which the system does as well while rows are written.
class HeadersAhead {
 public:
  // The listing must outlive it. Nothing is read before the first `find`.
  HeadersAhead(int root_fd, const Listing& listing);
  // The thread knows where it is.
  HeadersAhead(const HeadersAhead&) = delete;
  HeadersAhead& operator=(const HeadersAhead&) = delete;

  // The headers of that file of the listing; they end with the next call. nullptr: read it yourself,
  // because that failed, or is more than is read ahead. Numbers must not descend.
  const HeaderReader* find(std::size_t number);

 private:
  static constexpr std::size_t kFilesPerChunk = 256;

  struct Headers {
    HeaderReader reader;
    bool is_read = false;
  };
  using Chunk = std::vector<Headers>;

  void take_next();
  void begin(std::size_t first);
  void read(std::size_t first);

  const Listing& listing_;
  PlaceDirs directories_;  // Of the thread that reads.
  Chunk taken_;
  std::size_t taken_end_ = 0;  // One past the last file that was in `taken_`.
  Chunk coming_;               // Of the thread, until `reading_` is ready.
  std::future<void> reading_;  // The last member, so that the thread ends first.
};

}  // namespace mailcomb::local_mail
