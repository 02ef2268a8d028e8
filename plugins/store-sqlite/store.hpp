// SPDX-License-Identifier: Apache-2.0
// Store: keeps everything in one SQLite file; what each function must do stands in abi/store.h.
#pragma once

#include "mailcomb/store.hpp"
#include "store-sqlite/database.hpp"

namespace mailcomb::store_sqlite {

class Store {
 public:
  Store(const sdk::Call& call, const sdk::Config& config, std::vector<sdk::Table> tables,
        std::uint32_t schema_version);

  static bool is_there(const sdk::Config& config);
  sdk::Value describe() const;

  void append(const sdk::Call& call, std::uint32_t table, const mailcomb_batch& batch);
  void commit(const sdk::Call& call);
  void read(const sdk::Call& call, std::uint32_t table, const sdk::KeyRange& range,
            sdk::RowWriter& rows);
  void remove(const sdk::Call& call, std::uint32_t table, const sdk::KeyRange& range);

  std::optional<sdk::Document> get_document(const sdk::Call& call, std::string_view key);
  void put_document(const sdk::Call& call, std::string_view key, std::int64_t expected,
                    std::string_view bytes);

  sdk::Lease take_lease(const sdk::Call& call, std::string_view name, std::string_view holder,
                        std::chrono::milliseconds ttl, bool force);
  void drop_lease(const sdk::Call& call, std::string_view name, std::int64_t fence);

  void backup(const sdk::Call& call, std::string_view file);
  static sdk::Staged stage(const sdk::Call& call, const sdk::Config& config, std::string_view file);
  static std::string swap(const sdk::Call& call, const sdk::Config& config,
                          const sdk::Config& staged);
  static void discard(const sdk::Call& call, const sdk::Config& staged);

 private:
  const sdk::Table& table(std::uint32_t number) const;
  // Runs the body in the open transaction, or in a new one; whatever fails takes all of it back.
  template <class Body>
  void write(const sdk::Call& call, Body&& body);
  void expect_nothing_uncommitted() const;

  std::vector<sdk::Table> tables_;
  Database database_;
};

}  // namespace mailcomb::store_sqlite
