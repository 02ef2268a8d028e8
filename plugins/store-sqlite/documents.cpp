// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/documents.hpp"

namespace mailcomb::store_sqlite {
namespace {

std::int64_t stored_version(Database& database, std::string_view key) {
  auto query = database.query("SELECT version FROM documents WHERE key = ?1");
  return query.bind(1, key).step() ? query.integer(0) : 0;
}

}  // namespace

std::optional<sdk::Document> get_document(Database& database, std::string_view key) {
  auto query = database.query("SELECT version, bytes FROM documents WHERE key = ?1");
  if (!query.bind(1, key).step()) return {};
  return sdk::Document{query.integer(0), std::string(query.bytes(1))};
}

void put_document(Database& database, std::string_view key, std::int64_t expected,
                  std::string_view bytes) {
  Transaction transaction(database, Transaction::Kind::kWriting);
  if (const auto stored = stored_version(database, key); stored != expected)
    throw sdk::Failure(MAILCOMB_CONFLICT, "store-conflict",
                       "document '" + std::string(key) + "' in store '" + database.file().string() +
                           "' has version " + std::to_string(stored) + ", not " +
                           std::to_string(expected),
                       "somebody else replaced it; read it again");
  {
    auto query = database.query("INSERT OR REPLACE INTO documents VALUES (?1, ?2, ?3)");
    query.bind(1, key).bind(2, expected + 1).bind_bytes(3, bytes).step();
  }
  transaction.commit();
}

}  // namespace mailcomb::store_sqlite
