// SPDX-License-Identifier: Apache-2.0
#include "journal/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace mailcomb::journal {
namespace {

using Path = std::filesystem::path;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
constexpr std::size_t kDigits = 2 * SealingKey::kBytes;

std::string quoted(const Path& path) { return "'" + path.string() + "'"; }
std::string reason(int error) { return std::generic_category().message(error); }

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int get() const { return number_; }

 private:
  int number_;
};

tl::unexpected<Error> refuse(const Path& file, const std::string& why, std::string hint) {
  return fail(Fault::kInvalid, "the key file " + quoted(file) + " " + why, std::move(hint));
}

tl::unexpected<Error> cannot_make(const Path& file, int error) {
  return fail(Fault::kUnavailable,
              "the key file " + quoted(file) + " cannot be made: " + reason(error),
              "set MAILCOMB_KEY_FILE to a place that can be written");
}

Result<void> check_owner(const Path& file, const struct stat& info) {
  if (!S_ISREG(info.st_mode)) return refuse(file, "is not a regular file", "name a file");
  if (info.st_uid != geteuid())
    return refuse(file, "belongs to user " + std::to_string(info.st_uid),
                  "run as that user, or set MAILCOMB_KEY_FILE to a file of your own");
  if ((info.st_mode & kOthers) != 0)
    return refuse(file, "can be read or written by others",
                  "close it with: chmod 600 " + quoted(file));
  return {};
}

Result<SealingKey> read_key(const Path& file, int descriptor) {
  std::string text(kDigits + 2, '\0');
  const auto got = read(descriptor, text.data(), text.size());
  if (got < 0) return refuse(file, "cannot be read: " + reason(errno), "check the disk");
  text.resize(static_cast<std::size_t>(got));
  if (text.ends_with('\n')) text.pop_back();
  auto key = SealingKey::from_hex(text);
  if (key) return *key;
  return refuse(file, "holds no key: it must be " + std::to_string(kDigits) + " hex digits",
                "put the right file back; 'openssl rand -hex 32' makes a new key, which does not "
                "open what was sealed before");
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<void> make_folders(const Path& folder) {
  if (folder.empty() || std::filesystem::is_directory(folder)) return {};
  if (auto made = make_folders(folder.parent_path()); !made) return made;
  if (mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return {};
  return cannot_make(folder, errno);
}

void sync_folder(const Path& folder) {
  const Descriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() >= 0) fsync(opened.get());
}

// Written whole under another name first; only then it gets its own, unless somebody was faster.
Result<void> make_key(const Path& file) {
  if (auto made = make_folders(file.parent_path()); !made) return made;
  std::string temporary = file.string() + ".XXXXXX";
  const Descriptor opened(mkostemp(temporary.data(), O_CLOEXEC));  // Mode 0600.
  if (opened.get() < 0) return cannot_make(file, errno);
  const bool is_written = write_all(opened.get(), SealingKey::random().hex() + "\n") &&
                          fsync(opened.get()) == 0 && link(temporary.c_str(), file.c_str()) == 0;
  const int error = is_written ? 0 : errno;
  unlink(temporary.c_str());
  if (error != 0 && error != EEXIST) return cannot_make(file, error);
  sync_folder(file.parent_path());
  return {};
}

}  // namespace

Result<std::optional<SealingKey>> load_key(const Path& file) {
  using Found = std::optional<SealingKey>;
  const Descriptor opened(open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (opened.get() < 0 && errno == ENOENT) return Found();
  if (opened.get() < 0 && errno == ELOOP)
    return refuse(file, "is a symbolic link", "name the file itself");
  if (opened.get() < 0) return refuse(file, "cannot be opened: " + reason(errno), "");
  struct stat info;
  if (fstat(opened.get(), &info) != 0) return refuse(file, "cannot be read: " + reason(errno), "");
  if (auto checked = check_owner(file, info); !checked) return tl::unexpected(checked.error());
  const auto key = read_key(file, opened.get());
  if (!key) return tl::unexpected(key.error());
  return Found(*key);
}

Result<SealingKey> load_or_make_key(const Path& file) {
  auto key = load_key(file);
  if (key && !*key) {
    if (auto made = make_key(file); !made) return tl::unexpected(made.error());
    key = load_key(file);
  }
  if (!key) return tl::unexpected(key.error());
  if (!*key) return cannot_make(file, ENOENT);
  return **key;
}

}  // namespace mailcomb::journal
