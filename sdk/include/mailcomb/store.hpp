// SPDX-License-Identifier: Apache-2.0
// A store as a C++ class: made from (Call, Config, std::vector<Table>, schema version), with
//     Value describe();
//     void append(const Call&, std::uint32_t table, const mailcomb_batch&);
//     void commit(const Call&);
//     void read(const Call&, std::uint32_t table, const KeyRange&, RowWriter&);
//     void remove(const Call&, std::uint32_t table, const KeyRange&);
//     std::optional<Document> get_document(const Call&, std::string_view key);
//     void put_document(const Call&, std::string_view key, std::int64_t expected,
//                       std::string_view bytes);
//     Lease take_lease(const Call&, std::string_view name, std::string_view holder,
//                      std::chrono::milliseconds ttl, bool force);
//     void drop_lease(const Call&, std::string_view name, std::int64_t fence);
// and, if it can be copied while it is used (abi/store_backup.h), with
//     void backup(const Call&, std::string_view file);
//     static Staged stage(const Call&, const Config&, std::string_view file);
//     static std::string swap(const Call&, const Config&, const Config& staged);
//     static void discard(const Call&, const Config& staged);
// and, if it can tell without creating anything (abi/store_presence.h), with
//     static bool is_there(const Config&);
// What each must do stands in abi/store.h.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mailcomb/abi/store.h"
#include "mailcomb/abi/store_backup.h"
#include "mailcomb/abi/store_presence.h"
#include "mailcomb/config.hpp"
#include "mailcomb/failure.hpp"
#include "mailcomb/row_writer.hpp"

namespace mailcomb::sdk {

struct Table {
  struct Column {
    std::string name;
    std::uint32_t type;  // MAILCOMB_COLUMN_
  };
  std::string name;
  std::uint32_t key_columns;
  std::vector<Column> columns;
};

// Values for the leading key columns; empty lists are no bound.
struct KeyRange {
  std::vector<Value> first;
  std::vector<Value> last;
  bool descending = false;
  std::uint64_t rows_max = 0;
};

struct Document {
  std::int64_t version;
  std::string bytes;
};

// Taken, or held by somebody else.
struct Lease {
  std::optional<std::int64_t> fence;
  std::string holder;
};

// A copy that can be opened with `config`.
struct Staged {
  Value config;
  bool replaces;
};

namespace detail {

inline std::vector<Value> read_key(const mailcomb_value* key) {
  std::vector<Value> values;
  if (!key) return values;
  const Value list = read_config(key);
  for (const auto& member : list.members()) values.push_back(member.value);
  return values;
}

inline KeyRange read_range(const mailcomb_key_range* range) {
  return {read_key(range->first), read_key(range->last), range->order == MAILCOMB_ORDER_DESCENDING,
          range->rows_max};
}

inline Table read_table(const mailcomb_table& table) {
  Table read{std::string(view(table.name)), table.key_columns, {}};
  for (std::uint32_t i = 0; i < table.column_count; ++i)
    read.columns.push_back({std::string(view(table.columns[i].name)), table.columns[i].type});
  return read;
}

inline std::vector<Table> read_tables(const mailcomb_table* tables, std::uint32_t count) {
  std::vector<Table> read;
  const auto* at = reinterpret_cast<const std::uint8_t*>(tables);
  for (std::uint32_t i = 0; i < count; ++i, at += tables->struct_size)
    read.push_back(read_table(*reinterpret_cast<const mailcomb_table*>(at)));
  return read;
}

template <class T>
struct StoreFunctions {
  static T* self(mailcomb_store* store) { return reinterpret_cast<T*>(store); }

  static mailcomb_status open(const mailcomb_call* call, const mailcomb_value* config,
                              const mailcomb_table* tables, std::uint32_t table_count,
                              std::uint32_t schema_version, mailcomb_store** store) noexcept {
    return guard(call, [&] {
      *store = reinterpret_cast<mailcomb_store*>(
          new T(Call(call), read_config(config), read_tables(tables, table_count), schema_version));
    });
  }

  static void close(mailcomb_store* store) noexcept { delete self(store); }

  static mailcomb_status describe(mailcomb_store* store, const mailcomb_call* call,
                                  const mailcomb_value_builder* description) noexcept {
    return guard(call, [&] { expect_ok(write_value(*description, self(store)->describe())); });
  }

  static mailcomb_status append(mailcomb_store* store, const mailcomb_call* call,
                                std::uint32_t table, const mailcomb_batch* rows) noexcept {
    return guard(call, [&] { self(store)->append(Call(call), table, *rows); });
  }

  static mailcomb_status commit(mailcomb_store* store, const mailcomb_call* call) noexcept {
    return guard(call, [&] { self(store)->commit(Call(call)); });
  }

  static mailcomb_status read(mailcomb_store* store, const mailcomb_call* call, std::uint32_t table,
                              const mailcomb_key_range* range,
                              const mailcomb_row_writer* rows) noexcept {
    return guard(call, [&] {
      RowWriter writer(rows);
      self(store)->read(Call(call), table, read_range(range), writer);
    });
  }

  static mailcomb_status remove(mailcomb_store* store, const mailcomb_call* call,
                                std::uint32_t table, const mailcomb_key_range* range) noexcept {
    return guard(call, [&] { self(store)->remove(Call(call), table, read_range(range)); });
  }

  static mailcomb_status get_document(mailcomb_store* store, const mailcomb_call* call,
                                      mailcomb_str key, const mailcomb_value_builder* document,
                                      std::int64_t* version) noexcept {
    return guard(call, [&] {
      auto found = self(store)->get_document(Call(call), view(key));
      *version = found ? found->version : 0;
      if (found) expect_ok(write_value(*document, Value::bytes(std::move(found->bytes))));
    });
  }

  static mailcomb_status put_document(mailcomb_store* store, const mailcomb_call* call,
                                      mailcomb_str key, std::int64_t expected,
                                      mailcomb_bytes document) noexcept {
    return guard(call, [&] {
      const auto* data = reinterpret_cast<const char*>(document.data);
      self(store)->put_document(Call(call), view(key), expected, {data, document.size});
    });
  }

  static mailcomb_status take_lease(mailcomb_store* store, const mailcomb_call* call,
                                    mailcomb_str name, mailcomb_str holder, std::int64_t ttl_ms,
                                    std::int32_t force, std::int64_t* fence,
                                    const mailcomb_value_builder* current) noexcept {
    return guard(call, [&] {
      const Lease lease = self(store)->take_lease(Call(call), view(name), view(holder),
                                                  std::chrono::milliseconds(ttl_ms), force != 0);
      if (lease.fence) {
        *fence = *lease.fence;
        return;
      }
      expect_ok(write_value(*current, lease.holder));
      throw Failure(MAILCOMB_LOCKED, "lease-held", "held by " + lease.holder);
    });
  }

  static mailcomb_status drop_lease(mailcomb_store* store, const mailcomb_call* call,
                                    mailcomb_str name, std::int64_t fence) noexcept {
    return guard(call, [&] { self(store)->drop_lease(Call(call), view(name), fence); });
  }

  static mailcomb_status backup(mailcomb_store* store, const mailcomb_call* call,
                                mailcomb_str file) noexcept {
    return guard(call, [&] { self(store)->backup(Call(call), view(file)); });
  }

  static mailcomb_status stage(const mailcomb_call* call, const mailcomb_value* config,
                               mailcomb_str file, const mailcomb_value_builder* to) noexcept {
    return guard(call, [&] {
      auto staged = T::stage(Call(call), read_config(config), view(file));
      expect_ok(write_value(
          *to, Value::map({{"config", std::move(staged.config)}, {"replaces", staged.replaces}})));
    });
  }

  static mailcomb_status swap(const mailcomb_call* call, const mailcomb_value* config,
                              const mailcomb_value* staged,
                              const mailcomb_value_builder* aside) noexcept {
    return guard(call, [&] {
      expect_ok(write_value(*aside,
                            Value(T::swap(Call(call), read_config(config), read_config(staged)))));
    });
  }

  static mailcomb_status discard(const mailcomb_call* call, const mailcomb_value* staged) noexcept {
    return guard(call, [&] { T::discard(Call(call), read_config(staged)); });
  }

  static mailcomb_status find(const mailcomb_call* call, const mailcomb_value* config,
                              std::uint32_t* is_there) noexcept {
    return guard(call, [&] { *is_there = T::is_there(read_config(config)) ? 1 : 0; });
  }

  static const void* extension(mailcomb_str id) noexcept {
    if constexpr (requires { &T::is_there; }) {
      static const mailcomb_store_presence kPresence{sizeof(mailcomb_store_presence), 0, find};
      if (view(id) == MAILCOMB_STORE_PRESENCE_ID) return &kPresence;
    }
    if constexpr (requires { &T::backup; }) {
      static const mailcomb_store_backup kBackup{
          sizeof(mailcomb_store_backup), 0, backup, stage, swap, discard};
      if (view(id) == MAILCOMB_STORE_BACKUP_ID) return &kBackup;
    }
    return nullptr;
  }

  static mailcomb_store_type table() {
    return {sizeof(mailcomb_store_type),
            0,
            open,
            close,
            describe,
            append,
            commit,
            read,
            remove,
            get_document,
            put_document,
            take_lease,
            drop_lease,
            extension};
  }
};

}  // namespace detail
}  // namespace mailcomb::sdk
