// SPDX-License-Identifier: Apache-2.0
// Backups: copies of a store in one file, and how one takes the place of a store.
#pragma once

#include <filesystem>
#include <string>

#include "store-sqlite/database.hpp"

namespace mailcomb::store_sqlite {

// Into a new file, whole or not at all. Throws MAILCOMB_INVALID if it is there.
void write_backup(Database& database, const sdk::Call& call, const std::filesystem::path& file);

// Copies a backup beside `place`, and checks it; answers the copy. Throws MAILCOMB_INVALID if it is not
// a whole store.
std::filesystem::path stage_backup(const sdk::Call& call, const std::filesystem::path& file,
                                   const std::filesystem::path& place);

// Puts the copy in its place; answers where the store is now that was there, or an empty path. Throws
// MAILCOMB_LOCKED if that one is open somewhere.
std::filesystem::path swap_stores(const sdk::Call& call, const std::filesystem::path& staged,
                                  const std::filesystem::path& place);

// Removes a store's file and what SQLite keeps beside it.
void remove_store(const std::filesystem::path& file);

}  // namespace mailcomb::store_sqlite
