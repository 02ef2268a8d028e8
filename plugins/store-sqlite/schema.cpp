// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/schema.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "store-sqlite/table_sql.hpp"

namespace mailcomb::store_sqlite {
namespace {

// A statement that brings the file nearer to what the host declared.
using Changes = std::vector<std::string>;

struct StoredColumn {
  std::string type;
  std::int64_t key_position;  // From 1; 0 if it is not in the key.
};
using StoredColumns = std::map<std::string, StoredColumn, std::less<>>;

StoredColumns stored_columns(Database& database, std::string_view table) {
  StoredColumns columns;
  auto query = database.query("SELECT name, type, pk FROM pragma_table_info(?1)");
  query.bind(1, table);
  while (query.step())
    columns.emplace(query.bytes(0), StoredColumn{std::string(query.bytes(1)), query.integer(2)});
  return columns;
}

bool holds_tables(Database& database) {
  return database.query("SELECT 1 FROM sqlite_schema LIMIT 1").step();
}

std::optional<std::int64_t> stored_version(Database& database) {
  if (!database.query("SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'").step())
    return {};
  auto query = database.query("SELECT version FROM schema_version");
  if (!query.step()) return {};
  return query.integer(0);
}

sdk::Failure not_a_store(const Database& database) {
  return {MAILCOMB_UNAVAILABLE, "store-foreign",
          "'" + database.file().string() + "' is a database of another program",
          "choose another path, or move the file away"};
}

sdk::Failure newer(const Database& database, std::int64_t stored, std::uint32_t ours) {
  return {MAILCOMB_UNAVAILABLE, "store-newer",
          "store '" + database.file().string() + "' has schema version " + std::to_string(stored) +
              ", but this mailcomb knows only up to " + std::to_string(ours),
          "update mailcomb, or choose another store"};
}

sdk::Failure other_table(const Database& database, const sdk::Table& table,
                         std::string_view column) {
  return {MAILCOMB_UNAVAILABLE, "store-foreign",
          "column '" + std::string(column) + "' of table '" + table.name + "' in store '" +
              database.file().string() + "' is not what mailcomb made",
          "choose another path, or move the file away"};
}

void plan_table(Database& database, const sdk::Table& table, Changes& changes) {
  const auto stored = stored_columns(database, table.name);
  if (stored.empty()) return changes.push_back(create_sql(table));
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    const std::int64_t key_position = i < table.key_columns ? static_cast<std::int64_t>(i) + 1 : 0;
    const auto found = stored.find(column.name);
    if (found == stored.end() && key_position == 0) {
      changes.push_back(add_column_sql(table, column));
    } else if (found == stored.end() || found->second.type != sql_type(column.type) ||
               found->second.key_position != key_position) {
      throw other_table(database, table, column.name);
    }
  }
}

Changes first_changes() {
  return {"CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT",
          "CREATE TABLE documents (key TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, "
          "bytes BLOB NOT NULL) STRICT",
          // A lease that was given back has no holder; its row keeps the fence growing.
          "CREATE TABLE leases (name TEXT NOT NULL PRIMARY KEY, holder TEXT, "
          "fence INTEGER NOT NULL, expires_at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID",
          "INSERT INTO schema_version VALUES (0)"};
}

Changes plan_changes(Database& database, const std::vector<sdk::Table>& tables,
                     std::uint32_t version) {
  const auto stored = stored_version(database);
  if (!stored && holds_tables(database)) throw not_a_store(database);
  if (stored && *stored > version) throw newer(database, *stored, version);
  Changes changes;
  if (!stored) changes = first_changes();
  for (const auto& table : tables) plan_table(database, table, changes);
  if (stored != version)
    changes.push_back("UPDATE schema_version SET version = " + std::to_string(version));
  return changes;
}

}  // namespace

bool has_schema(Database& database, const std::vector<sdk::Table>& tables, std::uint32_t version) {
  const Transaction transaction(database, Transaction::Kind::kReading);
  return plan_changes(database, tables, version).empty();
}

void make_schema(Database& database, const std::vector<sdk::Table>& tables, std::uint32_t version) {
  Transaction transaction(database, Transaction::Kind::kWriting);
  for (const auto& change : plan_changes(database, tables, version)) database.run(change);
  transaction.commit();
}

}  // namespace mailcomb::store_sqlite
