// SPDX-License-Identifier: Apache-2.0
// Store: an open store: rows, versioned documents and leases.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/store.hpp"
#include "plugin/batch.hpp"
#include "plugin/call.hpp"
#include "plugin/component.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

// What became of a write that another writer may have been ahead of.
enum class Written {
  kYes,
  kConflict,  // The key exists already, or the version is not the expected one.
};

enum class Takeover { kNo, kForce };

// One call at a time. Closing gives back what is not committed.
class Store {
 public:
  // `config` is validated and has its defaults. The tables are numbered from 0.
  static Result<Store> open(const Component& component, const sdk::Value& config,
                            std::vector<sdk::Table> tables, std::uint32_t schema_version,
                            StopAsked stop = {});

  // False if `open` would create it; true also where its type cannot tell. Creates nothing.
  static Result<bool> is_there(const Component& component, const sdk::Value& config);

  // For people, without secrets.
  const std::string& location() const { return location_; }

  // The columns of `rows` are the table's. After kConflict, as after an error, everything since the
  // last commit is taken back.
  Result<Written> append(std::uint32_t table, const Batch& rows);
  Result<void> commit();

  // The columns of the answer are the table's. Empty bounds are none.
  Result<Batch> read(std::uint32_t table, const sdk::KeyRange& range);
  Result<void> remove(std::uint32_t table, const sdk::KeyRange& range);

  Result<std::optional<sdk::Document>> get_document(std::string_view key);
  Result<Written> put_document(std::string_view key, std::int64_t expected,
                               std::string_view document);

  // Ours with a fence, or somebody else's: then there is no fence, and the holder is told.
  Result<sdk::Lease> take_lease(std::string_view name, std::string_view holder,
                                std::chrono::milliseconds ttl, Takeover takeover = Takeover::kNo);
  Result<void> drop_lease(std::string_view name, std::int64_t fence);

  const std::vector<sdk::Table>& tables() const { return tables_; }

  // Copies what is committed into a new file; fails with kInvalid if this type of store cannot.
  Result<void> backup(std::string_view file);

 private:
  using Handle = std::unique_ptr<mailcomb_store, void (*)(mailcomb_store*)>;

  Store(Caller caller, const mailcomb_store_type& functions, mailcomb_store* store,
        std::vector<sdk::Table> tables);
  Result<void> describe();
  // `body` gets a `const mailcomb_call*` and answers the status.
  template <class Body>
  Result<Written> write(std::string_view function, Body&& body) const;

  Caller caller_;
  mailcomb_store_type functions_;
  Handle store_;
  std::vector<sdk::Table> tables_;
  std::string location_;
};

}  // namespace mailcomb::plugin
