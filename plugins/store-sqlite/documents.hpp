// SPDX-License-Identifier: Apache-2.0
// Documents: bytes by key, replaced only by who knows their version.
#pragma once

#include "mailcomb/store.hpp"
#include "store-sqlite/database.hpp"

namespace mailcomb::store_sqlite {

std::optional<sdk::Document> get_document(Database& database, std::string_view key);

// Throws MAILCOMB_CONFLICT if the version is not `expected`.
void put_document(Database& database, std::string_view key, std::int64_t expected,
                  std::string_view bytes);

}  // namespace mailcomb::store_sqlite
