// SPDX-License-Identifier: Apache-2.0
#include "app/settings/guarded_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "support/quote.hpp"
#include "support/source_text.hpp"

namespace mailcomb::app {
namespace {

tl::unexpected<Error> cannot_read(const std::filesystem::path& file, int error) {
  return fail(Fault::kInvalid, "cannot read " + in_quotes(file.string()) + ": " +
                                   std::generic_category().message(error));
}

// Ends with its life.
struct Descriptor {
  explicit Descriptor(int number) : number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) close(number);
  }
  int number;
};

// The error number, or 0.
int read_text(int descriptor, std::string& text) {
  std::array<char, 65536> block;
  while (text.size() <= kSourceBytesMax) {
    const auto got = read(descriptor, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) return 0;
    text.append(block.data(), static_cast<std::size_t>(got));
  }
  return 0;
}

}  // namespace

Result<GuardedFile> read_guarded_file(const std::filesystem::path& file, const std::string& what) {
  const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.number < 0) return cannot_read(file, errno);
  // Of what was opened: the name may lead elsewhere by now.
  struct stat status {};
  if (fstat(descriptor.number, &status) != 0) return cannot_read(file, errno);
  if (S_ISDIR(status.st_mode))
    return fail(Fault::kInvalid, in_quotes(file.string()) + " is a folder, not " + what);
  GuardedFile read{{}, status.st_uid, status.st_mode};
  if (const int error = read_text(descriptor.number, read.text); error != 0)
    return cannot_read(file, error);
  return read;
}

}  // namespace mailcomb::app
