// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/table_sql.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace mailcomb::store_sqlite {
namespace {

using Columns = std::span<const sdk::Table::Column>;

[[noreturn]] void refuse(const sdk::Table& table, const std::string& why) {
  throw sdk::Failure(MAILCOMB_INVALID, "bad-table", "table '" + table.name + "' " + why,
                     "this is a bug of mailcomb; report it");
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// Quoted, since a name may be a word of SQL.
std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

std::string joined(Columns columns, std::string_view between, std::string_view after = {}) {
  std::string text;
  for (const auto& column : columns) {
    if (!text.empty()) text += between;
    text.append(quoted(column.name)).append(after);
  }
  return text;
}

std::string parameters(std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i ? ", ?" : "?") + std::to_string(first + i);
  return text;
}

Columns key_of(const sdk::Table& table) { return Columns(table.columns).first(table.key_columns); }

std::string bound_sql(const sdk::Table& table, std::size_t values, std::string_view comparison,
                      std::size_t first_parameter) {
  return "(" + joined(Columns(table.columns).first(values), ", ") + ") " + std::string(comparison) +
         " (" + parameters(first_parameter, values) + ")";
}

std::string where_sql(const sdk::Table& table, const sdk::KeyRange& range) {
  std::string text;
  if (!range.first.empty()) text += " WHERE " + bound_sql(table, range.first.size(), ">=", 1);
  if (!range.last.empty())
    text += (text.empty() ? " WHERE " : " AND ") +
            bound_sql(table, range.last.size(), "<=", range.first.size() + 1);
  return text;
}

void check_table(const sdk::Table& table) {
  if (!is_name(table.name)) refuse(table, "has a name that is not [a-z_]+");
  if (table.name.starts_with("sqlite_")) refuse(table, "has a name that SQLite keeps for itself");
  if (table.key_columns < 1 || table.key_columns > table.columns.size())
    refuse(table, "has no key among its columns");
  std::set<std::string_view> names;
  for (const auto& column : table.columns) {
    if (!is_name(column.name)) refuse(table, "has a column whose name is not [a-z_]+");
    if (!names.insert(column.name).second) refuse(table, "has column '" + column.name + "' twice");
    if (!sql_type(column.type)) refuse(table, "has column '" + column.name + "' of unknown type");
  }
}

}  // namespace

const char* sql_type(std::uint32_t column_type) {
  switch (column_type) {
    case MAILCOMB_COLUMN_I64: return "INTEGER";
    case MAILCOMB_COLUMN_UTF8: return "TEXT";
    case MAILCOMB_COLUMN_BYTES: return "BLOB";
    default: return nullptr;
  }
}

void check_tables(const std::vector<sdk::Table>& tables) {
  std::set<std::string_view> names{"documents", "leases", "schema_version"};
  for (const auto& table : tables) {
    check_table(table);
    if (!names.insert(table.name).second) refuse(table, "is declared twice or the store's own");
  }
}

// The rows lie in the key's own tree: what is appended in its order is written once.
std::string create_sql(const sdk::Table& table) {
  std::string text = "CREATE TABLE " + quoted(table.name) + " (";
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    text += quoted(table.columns[i].name) + " " + sql_type(table.columns[i].type) +
            (i < table.key_columns ? " NOT NULL, " : ", ");
  return text + "PRIMARY KEY (" + joined(key_of(table), ", ") + ")) STRICT, WITHOUT ROWID";
}

std::string add_column_sql(const sdk::Table& table, const sdk::Table::Column& column) {
  return "ALTER TABLE " + quoted(table.name) + " ADD COLUMN " + quoted(column.name) + " " +
         sql_type(column.type);
}

std::string insert_sql(const sdk::Table& table) {
  return "INSERT INTO " + quoted(table.name) + " (" + joined(table.columns, ", ") + ") VALUES (" +
         parameters(1, table.columns.size()) + ")";
}

std::string select_sql(const sdk::Table& table, const sdk::KeyRange& range) {
  const std::string_view order = range.descending ? " DESC" : " ASC";
  return "SELECT " + joined(table.columns, ", ") + " FROM " + quoted(table.name) +
         where_sql(table, range) + " ORDER BY " + joined(key_of(table), ", ", order) + " LIMIT ?" +
         std::to_string(range.first.size() + range.last.size() + 1);
}

std::string delete_sql(const sdk::Table& table, const sdk::KeyRange& range) {
  return "DELETE FROM " + quoted(table.name) + where_sql(table, range);
}

}  // namespace mailcomb::store_sqlite
