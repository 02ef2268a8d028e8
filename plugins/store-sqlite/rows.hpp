// SPDX-License-Identifier: Apache-2.0
// Rows on their way between the host's batches and SQLite.
#pragma once

#include "mailcomb/store.hpp"
#include "store-sqlite/database.hpp"

namespace mailcomb::store_sqlite {

// Both throw MAILCOMB_INVALID: unless the batch has the table's columns and no null in its key, and
// unless both bounds are of the key's types.
void check_batch(const sdk::Table& table, const mailcomb_batch& batch);
void check_range(const sdk::Table& table, const sdk::KeyRange& range);

// What is bound borrows from the batch.
void bind_row(Query& query, const mailcomb_batch& batch, std::uint32_t row);

// Answers the next parameter. What is bound borrows from the range.
int bind_range(Query& query, const sdk::KeyRange& range);

void write_row(const Query& query, const sdk::Table& table, sdk::RowWriter& rows);

}  // namespace mailcomb::store_sqlite
