// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/diagnosis.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>

namespace mailcomb::store_sqlite {
namespace {

using Path = std::filesystem::path;

std::string quoted(const Path& path) { return "'" + path.string() + "'"; }

sdk::Failure unavailable(std::string code, std::string summary, std::string hint) {
  return {MAILCOMB_UNAVAILABLE, std::move(code), std::move(summary), std::move(hint)};
}

std::string system_text(int system_error) { return std::generic_category().message(system_error); }

bool is_full(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

bool allows(const Path& path, int mode) {
  return faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0;
}

sdk::Failure full(const Path& file) {
  return unavailable("store-full", "no space is left for store " + quoted(file),
                     "free some space or raise the quota; what was committed is safe");
}

std::optional<sdk::Failure> diagnose_folder(const Path& file) {
  const Path folder = file.parent_path();
  struct stat info;
  if (stat(folder.c_str(), &info) != 0 && errno == ENOENT)
    return unavailable("store-folder-missing",
                       "folder " + quoted(folder) + " of store " + quoted(file) + " does not exist",
                       "make it with: mkdir -p -m 700 " + quoted(folder));
  if (!std::filesystem::is_directory(folder)) return {};
  if (!allows(folder, X_OK) || !allows(folder, W_OK))
    return unavailable(
        "store-folder-read-only",
        "store " + quoted(file) + " cannot be written: its folder is read-only for " + "user " +
            std::to_string(geteuid()),
        "SQLite keeps files beside the store; allow writing to the folder, or choose "
        "another path");
  return {};
}

std::optional<sdk::Failure> diagnose_file(const Path& file) {
  struct stat info;
  if (stat(file.c_str(), &info) != 0) return {};
  if (S_ISDIR(info.st_mode))
    return unavailable("store-is-folder", "store " + quoted(file) + " is a folder, not a file",
                       "name a file in it: " + quoted(file / "mailcomb.db"));
  if (!S_ISREG(info.st_mode))
    return unavailable("store-no-file", "store " + quoted(file) + " is not a regular file",
                       "choose another path");
  const std::string user = "user " + std::to_string(geteuid());
  const std::string hint = "it belongs to user " + std::to_string(info.st_uid) +
                           "; run as that user, or choose another path";
  if (!allows(file, R_OK))
    return unavailable("store-unreadable", "store " + quoted(file) + " cannot be read by " + user,
                       hint);
  if (!allows(file, W_OK))
    return unavailable(
        "store-read-only", "store " + quoted(file) + " is read-only for " + user,
        info.st_uid == geteuid() ? "allow it with: chmod u+w " + quoted(file) : hint);
  return {};
}

// "UNIQUE constraint failed: actions.run, actions.sequence": what stands behind the colon.
sdk::Failure conflict(const SqliteError& error, const Path& file) {
  const auto colon = error.message.find(": ");
  const std::string key(colon == error.message.npos ? "" : error.message.substr(colon + 2));
  return {MAILCOMB_CONFLICT, "store-conflict",
          "store " + quoted(file) + " has a row of the same key already (" + key + ")",
          "nothing since the last commit was kept"};
}

sdk::Failure diagnose_io(const SqliteError& error, const Path& file) {
  if (is_full(error.system_error)) return full(file);
  const std::string why =
      error.system_error ? system_text(error.system_error) : std::string(error.message);
  return unavailable("store-io", "store " + quoted(file) + " cannot be read or written: " + why,
                     "check the disk; what was committed is safe unless it is broken");
}

}  // namespace

sdk::Failure diagnose_access(const Path& file, int system_error) {
  if (is_full(system_error)) return full(file);
  if (auto found = diagnose_file(file)) return *found;
  if (auto found = diagnose_folder(file)) return *found;
  // What could not be made SQLite tries to open, and this is the error that it keeps.
  if (std::error_code error; system_error == ENOENT && std::filesystem::exists(file, error))
    return unavailable("store-beside", "SQLite cannot make its files beside store " + quoted(file),
                       "check that the disk works and has space left");
  return unavailable("store-unreachable",
                     "store " + quoted(file) + " cannot be opened: " + system_text(system_error),
                     "choose another path");
}

sdk::Failure diagnose(const SqliteError& error, const Path& file) {
  switch (error.result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_PROTOCOL:
      return unavailable("store-busy",
                         "store " + quoted(file) + " is kept locked by another process",
                         "wait until the other run has ended, or end it");
    case SQLITE_NOTADB:
      return unavailable("store-not-sqlite", quoted(file) + " is not a SQLite database",
                         "choose another path, or move the file away");
    case SQLITE_CORRUPT:
      return unavailable("store-damaged",
                         "store " + quoted(file) + " is damaged: " + std::string(error.message),
                         "move it away, then rescue what is left with: sqlite3 MOVED .recover | "
                         "sqlite3 " +
                             quoted(file));
    case SQLITE_FULL: return full(file);
    case SQLITE_IOERR: return diagnose_io(error, file);
    case SQLITE_CANTOPEN: return diagnose_access(file, error.system_error);
    case SQLITE_READONLY:
    case SQLITE_PERM: return diagnose_access(file, EACCES);
    case SQLITE_CONSTRAINT: return conflict(error, file);
    case SQLITE_NOMEM: throw std::bad_alloc();
    default:
      return {
          MAILCOMB_FAILED, "store-sqlite",
          "SQLite refused a statement on store " + quoted(file) + ": " + std::string(error.message),
          "this is a bug of mailcomb; report it"};
  }
}

}  // namespace mailcomb::store_sqlite
