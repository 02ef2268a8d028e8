// SPDX-License-Identifier: Apache-2.0
// HeadersAhead: reads the headers of a listing's messages a little before they are asked for, in a
// thread of its own.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

#include "mail/header_reader.hpp"
#include "maildir/listing.hpp"
#include "maildir/place_dirs.hpp"

namespace mailcomb::local_mail {

// Half of a scan is opening and reading files, which the system does as well while rows are written.
// Whoever would wait for the thread helps it instead.
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
  // What is left of `coming_`, which begins with that file; from both threads.
  void read(std::size_t first);

  const int root_fd_;
  const Listing& listing_;
  Chunk taken_;
  std::size_t taken_end_ = 0;  // One past the last file that was in `taken_`.
  Chunk coming_;  // Until `reading_` is ready, each part belongs to who took its number.
  std::atomic<std::size_t> next_ = 0;  // Of `coming_`.
  std::future<void> reading_;          // The last member, so that the thread ends first.
};

}  // namespace mailcomb::local_mail
