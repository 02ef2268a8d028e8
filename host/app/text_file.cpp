// SPDX-License-Identifier: Apache-2.0
#include "app/text_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace mailcomb::app {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

tl::unexpected<Error> cannot(const char* what, const std::filesystem::path& file, int error) {
  return fail(Fault::kInvalid,
              "cannot " + std::string(what) + " '" + file.string() + "': " + reason(error));
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> read_text_file(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot("read", file, errno);
  std::string text;
  std::array<char, 65536> block;
  while (true) {
    const auto got = read(descriptor, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      const int error = got < 0 ? errno : 0;
      close(descriptor);
      if (error != 0) return cannot("read", file, error);
      return text;
    }
    text.append(block.data(), static_cast<std::size_t>(got));
  }
}

Result<void> write_new_text_file(const std::filesystem::path& file, std::string_view text) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0 && errno == EEXIST)
    return fail(Fault::kInvalid, "'" + file.string() + "' is there already, and stays as it is",
                "name another file, or move it away");
  if (descriptor < 0) return cannot("write", file, errno);
  const int error = write_all(descriptor, text) && fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (error == 0) return {};
  unlink(file.c_str());
  return cannot("write", file, error);
}

Result<WholeFile> WholeFile::create(const std::filesystem::path& file, Readers readers) {
  std::string temporary = file.string() + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);  // Mode 0600.
  if (descriptor < 0) return cannot("write", file, errno);
  WholeFile created(file, std::move(temporary), descriptor);
  if (readers == Readers::kEverybody && fchmod(descriptor, 0644) != 0)
    return cannot("write", file, errno);
  return created;
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : file_(std::move(other.file_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      errno_(other.errno_) {}

WholeFile::~WholeFile() {
  if (descriptor_ < 0) return;
  close(descriptor_);
  unlink(temporary_.c_str());
}

void WholeFile::write(std::string_view text) {
  if (errno_ == 0 && !write_all(descriptor_, text)) errno_ = errno;
}

Result<void> WholeFile::finish() {
  if (errno_ == 0 && fsync(descriptor_) != 0) errno_ = errno;
  if (errno_ == 0 && rename(temporary_.c_str(), file_.c_str()) != 0) errno_ = errno;
  if (errno_ != 0) return cannot("write", file_, errno_);
  close(std::exchange(descriptor_, -1));
  return {};
}

}  // namespace mailcomb::app
