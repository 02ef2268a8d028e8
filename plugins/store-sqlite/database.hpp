// SPDX-License-Identifier: Apache-2.0
// Database: one connection to the store's file, with the statements prepared on it.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "store-sqlite/patience.hpp"

namespace mailcomb::store_sqlite {

class Database;

// One use of a prepared statement; parameters count from 1, columns from 0. What is bound must
// live as long as the query.
class Query {
 public:
  Query(Database& database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { reset(); }

  Query& bind(int parameter, std::int64_t value);
  Query& bind(int parameter, std::string_view text);
  Query& bind_bytes(int parameter, std::string_view bytes);
  Query& bind_null(int parameter);
  // True if there is a row.
  bool step();
  // For the same statement once more.
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string_view bytes(int column) const;  // Also of text; until the next step.

 private:
  void expect_ok(int result) const;

  Database& database_;
  sqlite3_stmt* statement_;
};

// Everything that fails throws sdk::Failure. One at a time, as the store's calls are.
class Database {
 public:
  static constexpr std::chrono::milliseconds kPatience{30'000};
  enum class Access { kWriting, kReading };

  // The file exists (file.hpp).
  Database(std::filesystem::path file, const sdk::Call& call,
           std::chrono::milliseconds patience = kPatience, Access access = Access::kWriting);

  const std::filesystem::path& file() const { return file_; }
  Query query(const std::string& sql);
  void run(const std::string& sql);

  // Kept in the file from then on.
  void use_wal() { run("PRAGMA journal_mode=WAL"); }
  // Takes the right to write, waiting for it.
  void begin_writing() { run("BEGIN IMMEDIATE"); }
  // All reads until the rollback see the same state.
  void begin_reading() { run("BEGIN DEFERRED"); }
  void commit() { run("COMMIT"); }
  void rollback() noexcept;
  // Makes the other database equal to what is committed here, as of one moment.
  void copy_to(Database& other);
  // Leaves nothing beside the file; false if others have the database open.
  bool leave_wal();
  bool in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

  Patience& patience() { return patience_; }
  [[noreturn]] void fail(int result) const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  void configure(Access access);

  std::filesystem::path file_;
  Patience patience_;
  std::unique_ptr<sqlite3, Close> connection_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_;
};

// Lets the calls on a database wait on behalf of one call from the host.
class Serving {
 public:
  Serving(Database& database, const sdk::Call& call) : patience_(database.patience()) {
    patience_.begin(call);
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
  ~Serving() { patience_.end(); }

 private:
  Patience& patience_;
};

// Rolls back unless committed.
class Transaction {
 public:
  enum class Kind { kReading, kWriting };
  Transaction(Database& database, Kind kind) : database_(database) {
    kind == Kind::kWriting ? database_.begin_writing() : database_.begin_reading();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() { database_.rollback(); }
  void commit() { database_.commit(); }

 private:
  Database& database_;
};

}  // namespace mailcomb::store_sqlite
