// SPDX-License-Identifier: Apache-2.0
// The SQL of a table that the host declared.
#pragma once

#include <string>
#include <vector>

#include "mailcomb/store.hpp"

namespace mailcomb::store_sqlite {

// Throws MAILCOMB_INVALID unless every table can be made as declared.
void check_tables(const std::vector<sdk::Table>& tables);

// "INTEGER", "TEXT" or "BLOB".
const char* sql_type(std::uint32_t column_type);

std::string create_sql(const sdk::Table& table);
std::string add_column_sql(const sdk::Table& table, const sdk::Table::Column& column);
std::string insert_sql(const sdk::Table& table);
// The values of both bounds are the parameters, from 1; after them comes the limit.
std::string select_sql(const sdk::Table& table, const sdk::KeyRange& range);
std::string delete_sql(const sdk::Table& table, const sdk::KeyRange& range);

}  // namespace mailcomb::store_sqlite
