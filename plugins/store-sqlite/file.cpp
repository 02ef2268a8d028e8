// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "store-sqlite/diagnosis.hpp"

namespace mailcomb::store_sqlite {
namespace {

using Path = std::filesystem::path;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

void close_one_to_others(const Path& file) {
  struct stat info;
  if (stat(file.c_str(), &info) != 0 || (info.st_mode & kOthers) == 0) return;
  if (info.st_uid != geteuid())
    throw sdk::Failure(MAILCOMB_UNAVAILABLE, "store-exposed",
                       "'" + file.string() + "' is open to others and belongs to user " +
                           std::to_string(info.st_uid),
                       "its owner must run: chmod 600 '" + file.string() + "'");
  if (chmod(file.c_str(), info.st_mode & ~kOthers & 07777) != 0) throw diagnose_access(file, errno);
}

}  // namespace

void sync_folder(const Path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // May be written but not read: nothing more can be done.
  fsync(descriptor);
  close(descriptor);
}

Path default_file(const char* state_home, const char* home) {
  const Path end = Path("mailcomb") / "mailcomb.db";
  // The specification wants relative paths ignored.
  if (state_home && Path(state_home).is_absolute()) return state_home / end;
  if (home && Path(home).is_absolute()) return Path(home) / ".local" / "state" / end;
  throw sdk::Failure(MAILCOMB_INVALID, "store-no-home",
                     "the store has no path, and neither XDG_STATE_HOME nor HOME is set",
                     "give a path, or set HOME");
}

void make_private_folders(const Path& folder) {
  if (folder.empty() || std::filesystem::is_directory(folder)) return;
  make_private_folders(folder.parent_path());
  if (mkdir(folder.c_str(), S_IRWXU) == 0) return sync_folder(folder.parent_path());
  if (errno != EEXIST) throw diagnose_access(folder, errno);
}

void make_private_file(const Path& file) {
  const int descriptor =
      open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0) {
    close(descriptor);
    return;
  }
  if (errno != EEXIST) throw diagnose_access(file, errno);
  if (!std::filesystem::is_regular_file(file)) throw diagnose_access(file, ENOENT);
}

void close_to_others(const Path& file) {
  for (const char* end : {"", "-wal", "-shm", "-journal"}) close_one_to_others(file.string() + end);
}

}  // namespace mailcomb::store_sqlite
