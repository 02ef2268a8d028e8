// SPDX-License-Identifier: Apache-2.0
// The schema of the store's file: its version, the tables of the host, and the store's own.
#pragma once

#include <cstdint>
#include <vector>

#include "mailcomb/store.hpp"
#include "store-sqlite/database.hpp"

namespace mailcomb::store_sqlite {

// Whether everything is there; what is not known is left alone. Throws if the file is of a newer
// schema or no store at all. Only reads, and so waits for no writer.
bool has_schema(Database& database, const std::vector<sdk::Table>& tables, std::uint32_t version);

// Makes what is missing, all or nothing.
void make_schema(Database& database, const std::vector<sdk::Table>& tables, std::uint32_t version);

}  // namespace mailcomb::store_sqlite
