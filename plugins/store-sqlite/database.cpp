// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/database.hpp"

#include <cerrno>

#include "store-sqlite/diagnosis.hpp"

namespace mailcomb::store_sqlite {
namespace {

int wait_for_lock(void* patience, int) { return static_cast<Patience*>(patience)->wait() ? 1 : 0; }

// SQLITE_PROTOCOL: lost the race for the WAL's index too often.
bool is_busy(int result) { return (result & 0xff) == SQLITE_BUSY || result == SQLITE_PROTOCOL; }

// A null pointer would bind NULL instead of an empty value.
const char* address(std::string_view bytes) { return bytes.data() ? bytes.data() : ""; }

}  // namespace

void Query::expect_ok(int result) const {
  if (result != SQLITE_OK) database_.fail(result);
}

Query& Query::bind(int parameter, std::int64_t value) {
  expect_ok(sqlite3_bind_int64(statement_, parameter, value));
  return *this;
}

Query& Query::bind(int parameter, std::string_view text) {
  expect_ok(sqlite3_bind_text64(statement_, parameter, address(text), text.size(), SQLITE_STATIC,
                                SQLITE_UTF8));
  return *this;
}

Query& Query::bind_bytes(int parameter, std::string_view bytes) {
  expect_ok(
      sqlite3_bind_blob64(statement_, parameter, address(bytes), bytes.size(), SQLITE_STATIC));
  return *this;
}

Query& Query::bind_null(int parameter) {
  expect_ok(sqlite3_bind_null(statement_, parameter));
  return *this;
}

bool Query::step() {
  // Where SQLite sees no use in asking the busy handler (a change of the journal mode) it answers
  // at once. Inside a transaction, or after the first row, trying again would not help.
  const bool may_retry = !database_.in_transaction() && sqlite3_stmt_busy(statement_) == 0;
  errno = 0;
  int result = sqlite3_step(statement_);
  while (is_busy(result) && may_retry && database_.patience().wait()) {
    sqlite3_reset(statement_);
    result = sqlite3_step(statement_);
  }
  if (result != SQLITE_ROW && result != SQLITE_DONE) database_.fail(result);
  return result == SQLITE_ROW;
}

void Query::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Database::Database(std::filesystem::path file, const sdk::Call& call,
                   std::chrono::milliseconds patience, Access access)
    : file_(std::move(file)), patience_(patience) {
  sqlite3* connection = nullptr;
  errno = 0;
  const int mode = access == Access::kWriting ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  const int result =
      sqlite3_open_v2(file_.c_str(), &connection, mode | SQLITE_OPEN_NOMUTEX, nullptr);
  connection_.reset(connection);
  if (result != SQLITE_OK) fail(result);
  const Serving serving(*this, call);
  configure(access);
}

void Database::configure(Access access) {
  sqlite3_extended_result_codes(connection_.get(), 1);
  sqlite3_busy_handler(connection_.get(), wait_for_lock, &patience_);
  // SQLite opens what it may not write for reading only, and says nothing.
  if (access == Access::kReading) return;
  if (sqlite3_db_readonly(connection_.get(), "main") == 1) fail(SQLITE_READONLY);
  run("PRAGMA synchronous=FULL");
}

Query Database::query(const std::string& sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    int result = SQLITE_OK;
    errno = 0;
    do {
      result = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                  SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    } while (is_busy(result) && !in_transaction() && patience_.wait());
    if (result != SQLITE_OK) fail(result);
    found = statements_.emplace(sql, statement).first;
  }
  return {*this, found->second.get()};
}

void Database::run(const std::string& sql) { query(sql).step(); }

// In one step, which nothing can come between.
void Database::copy_to(Database& other) {
  auto* backup = sqlite3_backup_init(other.connection_.get(), "main", connection_.get(), "main");
  if (!backup) other.fail(sqlite3_errcode(other.connection_.get()));
  int result = SQLITE_OK;
  errno = 0;
  do {
    result = sqlite3_backup_step(backup, -1);
  } while ((is_busy(result) || result == SQLITE_LOCKED) && patience_.wait());
  sqlite3_backup_finish(backup);
  if (result == SQLITE_DONE) return;
  // What went wrong may be the fault of either; only the target keeps it.
  const bool is_source = (result & 0xff) == SQLITE_NOTADB || (result & 0xff) == SQLITE_CORRUPT;
  (is_source ? *this : other).fail(result);
}

bool Database::leave_wal() {
  auto mode = query("PRAGMA journal_mode=DELETE");
  return mode.step() && mode.bytes(0) == "delete";
}

void Database::rollback() noexcept {
  // Fails only if SQLite has rolled back by itself.
  if (in_transaction()) sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::fail(int result) const {
  const int system_error = errno;  // sqlite3_system_errno does not have that of a failed COMMIT.
  if (is_busy(result) && patience_.is_cancelled())
    throw sdk::Failure(MAILCOMB_CANCELLED, "cancelled", "stopped waiting for the store's lock");
  throw diagnose({result, system_error, sqlite3_errmsg(connection_.get())}, file_);
}

}  // namespace mailcomb::store_sqlite
