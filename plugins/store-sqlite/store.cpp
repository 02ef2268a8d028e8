// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/store.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <limits>

#include "store-sqlite/backup.hpp"
#include "store-sqlite/diagnosis.hpp"
#include "store-sqlite/documents.hpp"
#include "store-sqlite/file.hpp"
#include "store-sqlite/leases.hpp"
#include "store-sqlite/rows.hpp"
#include "store-sqlite/schema.hpp"
#include "store-sqlite/table_sql.hpp"

namespace mailcomb::store_sqlite {
namespace {

constexpr std::uint32_t kRowsBetweenQuestions = 1024;

// Null if none is configured.
const sdk::Value* configured_path(const sdk::Config& config) {
  const auto* path = config.find("path");
  return path && path->is(sdk::Value::Kind::kText) ? path : nullptr;
}

std::filesystem::path configured_file(const sdk::Config& config) {
  if (const auto* path = configured_path(config)) {
    if (path->text().empty() || path->text().find('\0') != std::string::npos)
      throw sdk::Failure(MAILCOMB_INVALID, "store-no-path", "the path of the store is empty",
                         "give a path, or leave it out", "/path");
    return std::filesystem::absolute(path->text());
  }
  return default_file(std::getenv("XDG_STATE_HOME"), std::getenv("HOME"));
}

// Folders of the default place are made, those that somebody named are not.
std::filesystem::path placed_file(const sdk::Config& config) {
  auto file = configured_file(config);
  if (!configured_path(config)) make_private_folders(file.parent_path());
  return file;
}

std::filesystem::path made_file(const sdk::Config& config) {
  auto file = placed_file(config);
  make_private_file(file);
  return file;
}

// At times, so that asking costs nothing beside the rows.
void stop_if_cancelled(const sdk::Call& call, std::uint64_t row) {
  if (row % kRowsBetweenQuestions == 0 && call.is_cancelled())
    throw sdk::Failure(MAILCOMB_CANCELLED, "cancelled", "stopped between two rows");
}

std::int64_t limit_of(const sdk::KeyRange& range) {
  constexpr std::uint64_t kAll = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(range.rows_max == 0 ? kAll : std::min(range.rows_max, kAll));
}

}  // namespace

Store::Store(const sdk::Call& call, const sdk::Config& config, std::vector<sdk::Table> tables,
             std::uint32_t schema_version)
    : tables_(std::move(tables)), database_(made_file(config), call) {
  const Serving serving(database_, call);
  check_tables(tables_);
  // Nothing of a file that is no store is touched.
  const bool is_complete = has_schema(database_, tables_, schema_version);
  close_to_others(database_.file());
  database_.use_wal();
  if (!is_complete) make_schema(database_, tables_, schema_version);
}

bool Store::is_there(const sdk::Config& config) {
  const auto file = configured_file(config);
  struct stat info {};
  if (stat(file.c_str(), &info) == 0) return true;
  if (errno != ENOENT && errno != ENOTDIR) throw diagnose_access(file, errno);
  // A folder that somebody named is not made: to open it will fail, and say so.
  std::error_code ignored;
  return configured_path(config) && !std::filesystem::is_directory(file.parent_path(), ignored);
}

sdk::Value Store::describe() const {
  return sdk::Value::map({{"location", "SQLite file " + database_.file().string()}});
}

template <class Body>
void Store::write(const sdk::Call& call, Body&& body) {
  const Serving serving(database_, call);
  try {
    if (!database_.in_transaction()) database_.begin_writing();
    body();
  } catch (...) {
    database_.rollback();
    throw;
  }
}

void Store::append(const sdk::Call& call, std::uint32_t number, const mailcomb_batch& batch) {
  write(call, [&] {
    check_batch(table(number), batch);
    auto query = database_.query(insert_sql(table(number)));
    for (std::uint32_t row = 0; row < batch.row_count; ++row) {
      stop_if_cancelled(call, row);
      bind_row(query, batch, row);
      query.step();
      query.reset();
    }
  });
}

void Store::commit(const sdk::Call& call) {
  if (!database_.in_transaction()) return;
  write(call, [&] { database_.commit(); });
}

void Store::read(const sdk::Call& call, std::uint32_t number, const sdk::KeyRange& range,
                 sdk::RowWriter& rows) {
  const Serving serving(database_, call);
  check_range(table(number), range);
  auto query = database_.query(select_sql(table(number), range));
  const int limit = bind_range(query, range);
  query.bind(limit, limit_of(range));
  for (std::uint64_t row = 0; query.step(); ++row) {
    stop_if_cancelled(call, row);
    write_row(query, table(number), rows);
  }
}

void Store::remove(const sdk::Call& call, std::uint32_t number, const sdk::KeyRange& range) {
  write(call, [&] {
    check_range(table(number), range);
    auto query = database_.query(delete_sql(table(number), range));
    bind_range(query, range);
    query.step();
  });
}

std::optional<sdk::Document> Store::get_document(const sdk::Call& call, std::string_view key) {
  const Serving serving(database_, call);
  return store_sqlite::get_document(database_, key);
}

void Store::put_document(const sdk::Call& call, std::string_view key, std::int64_t expected,
                         std::string_view bytes) {
  const Serving serving(database_, call);
  expect_nothing_uncommitted();
  store_sqlite::put_document(database_, key, expected, bytes);
}

sdk::Lease Store::take_lease(const sdk::Call& call, std::string_view name, std::string_view holder,
                             std::chrono::milliseconds ttl, bool force) {
  const Serving serving(database_, call);
  expect_nothing_uncommitted();
  const auto now = std::chrono::system_clock::now();
  return store_sqlite::take_lease(database_, {name, holder, ttl, force},
                                  std::chrono::time_point_cast<std::chrono::milliseconds>(now));
}

void Store::drop_lease(const sdk::Call& call, std::string_view name, std::int64_t fence) {
  const Serving serving(database_, call);
  expect_nothing_uncommitted();
  store_sqlite::drop_lease(database_, name, fence);
}

void Store::backup(const sdk::Call& call, std::string_view file) {
  const Serving serving(database_, call);
  expect_nothing_uncommitted();
  write_backup(database_, call, std::string(file));
}

sdk::Staged Store::stage(const sdk::Call& call, const sdk::Config& config, std::string_view file) {
  const auto place = placed_file(config);
  const auto staged = stage_backup(call, std::string(file), place);
  std::error_code error;
  return {sdk::Value::map({{"path", staged.string()}}), std::filesystem::exists(place, error)};
}

std::string Store::swap(const sdk::Call& call, const sdk::Config& config,
                        const sdk::Config& staged) {
  return swap_stores(call, configured_file(staged), configured_file(config)).string();
}

void Store::discard(const sdk::Call&, const sdk::Config& staged) {
  remove_store(configured_file(staged));
}

const sdk::Table& Store::table(std::uint32_t number) const {
  if (number < tables_.size()) return tables_[number];
  throw sdk::Failure(MAILCOMB_INVALID, "bad-table", "no table has number " + std::to_string(number),
                     "this is a bug of mailcomb; report it");
}

void Store::expect_nothing_uncommitted() const {
  if (!database_.in_transaction()) return;
  throw sdk::Failure(MAILCOMB_INVALID, "store-uncommitted",
                     "a document or lease was written between append and commit",
                     "this is a bug of mailcomb; report it");
}

}  // namespace mailcomb::store_sqlite
