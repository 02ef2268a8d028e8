// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "store-sqlite/diagnosis.hpp"
#include "store-sqlite/file.hpp"

namespace mailcomb::store_sqlite {
namespace {

using Path = std::filesystem::path;

// Whoever has a store open keeps it open for long: waiting would not help.
constexpr std::chrono::milliseconds kShortPatience{2'000};

// The file, and what SQLite keeps beside it.
constexpr std::array kEnds = {"", "-wal", "-shm", "-journal"};

std::string quoted(const Path& path) { return "'" + path.string() + "'"; }

// A private file of a name that nobody has, until it is given away.
class TemporaryFile {
 public:
  explicit TemporaryFile(const Path& beside) : name_(beside.string() + ".XXXXXX") {
    const int descriptor = mkostemp(name_.data(), O_CLOEXEC);  // Mode 0600.
    if (descriptor < 0) throw diagnose_access(beside, errno);
    close(descriptor);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (name_.empty()) return;
    for (const char* end : kEnds) unlink((name_ + end).c_str());
  }
  Path path() const { return name_; }
  Path give_away() { return std::exchange(name_, {}); }

 private:
  std::string name_;
};

sdk::Failure no_backup(const Path& file, const std::string& why) {
  return {MAILCOMB_INVALID, "backup-bad", quoted(file) + " is no backup of a store: " + why,
          "name a file that 'mailcomb store backup' wrote"};
}

void check_whole(Database& copy, const Path& file) {
  auto check = copy.query("PRAGMA integrity_check(1)");
  if (!check.step() || check.bytes(0) != "ok")
    throw no_backup(file, "it is damaged: " + std::string(check.bytes(0)));
  if (!copy.query("SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'").step())
    throw no_backup(file, "it is a database of another program");
}

void copy(Database& from, const sdk::Call& call, const Path& to) {
  Database target(to, call);
  const Serving serving(target, call);
  from.copy_to(target);
  target.leave_wal();
}

// The link is made at once, and only if the name is free.
void rename_to_free(const Path& from, const Path& to) {
  if (link(from.c_str(), to.c_str()) == 0) {
    unlink(from.c_str());
    return sync_folder(to.parent_path());
  }
  if (errno == EEXIST)
    throw sdk::Failure(MAILCOMB_INVALID, "backup-exists", quoted(to) + " is there already",
                       "name another file, or move it away");
  throw diagnose_access(to, errno);
}

// Nobody else may have the store open; what it had beside it is in the file then.
void expect_unused(const Path& place, const sdk::Call& call) {
  try {
    Database database(place, call, kShortPatience);
    const Serving serving(database, call);
    if (database.leave_wal()) return;
  } catch (const sdk::Failure& failure) {
    // One that is damaged is what a restore is for.
    if (failure.code == "store-damaged" || failure.code == "store-not-sqlite") return;
    if (failure.code != "store-busy") throw;
  }
  throw sdk::Failure(MAILCOMB_LOCKED, "store-in-use",
                     "store " + quoted(place) + " is in use by another process",
                     "wait until the other run has ended, or end it");
}

// Beside the store, under the first name that is free.
Path keep_aside(const Path& place) {
  for (int number = 1;; ++number) {
    const Path aside = place.string() + ".before-restore-" + std::to_string(number);
    if (link(place.c_str(), aside.c_str()) == 0) {
      // Of a damaged store they may still be there; beside another file they would damage it.
      for (const char* end : {"-wal", "-shm", "-journal"})
        std::rename((place.string() + end).c_str(), (aside.string() + end).c_str());
      return aside;
    }
    if (errno != EEXIST) throw diagnose_access(aside, errno);
  }
}

}  // namespace

void write_backup(Database& database, const sdk::Call& call, const Path& file) {
  TemporaryFile temporary(file);
  copy(database, call, temporary.path());
  rename_to_free(temporary.path(), file);
  temporary.give_away();
}

Path stage_backup(const sdk::Call& call, const Path& file, const Path& place) {
  if (!std::filesystem::is_regular_file(file)) throw no_backup(file, "there is no such file");
  TemporaryFile staged(place.string() + ".restoring");
  try {
    Database backup(file, call, kShortPatience, Database::Access::kReading);
    const Serving serving(backup, call);
    copy(backup, call, staged.path());
    Database copied(staged.path(), call);
    const Serving checking(copied, call);
    check_whole(copied, file);
  } catch (const sdk::Failure& failure) {
    if (failure.code == "store-not-sqlite") throw no_backup(file, "it is no SQLite database");
    if (failure.code == "store-damaged") throw no_backup(file, "it is damaged");
    throw;
  }
  return staged.give_away();
}

Path swap_stores(const sdk::Call& call, const Path& staged, const Path& place) {
  {
    Database database(staged, call, kShortPatience);
    const Serving serving(database, call);
    if (!database.leave_wal()) database.fail(SQLITE_BUSY);
  }
  std::error_code error;
  const bool is_there = std::filesystem::exists(place, error);
  if (is_there) expect_unused(place, call);
  const Path aside = is_there ? keep_aside(place) : Path();
  if (std::rename(staged.c_str(), place.c_str()) != 0) throw diagnose_access(place, errno);
  sync_folder(place.parent_path());
  return aside;
}

void remove_store(const Path& file) {
  for (const char* end : kEnds)
    if (unlink((file.string() + end).c_str()) != 0 && errno != ENOENT)
      throw diagnose_access(file, errno);
}

}  // namespace mailcomb::store_sqlite
