// SPDX-License-Identifier: Apache-2.0
#include "plugin/store.hpp"

#include "mailcomb/abi/store_presence.h"
#include "plugin/described.hpp"
#include "plugin/store_backup.hpp"
#include "plugin/store_request.hpp"
#include "plugin/utf8.hpp"

namespace mailcomb::plugin {

using sdk::Value;

Store::Store(Caller caller, const mailcomb_store_type& functions, mailcomb_store* store,
             std::vector<sdk::Table> tables)
    : caller_(std::move(caller)),
      functions_(functions),
      store_(store, functions.close),
      tables_(std::move(tables)) {}

Result<Store> Store::open(const Component& component, const Value& config,
                          std::vector<sdk::Table> tables, std::uint32_t schema_version,
                          StopAsked stop) {
  Caller caller(component, std::move(stop));
  const auto functions = read_struct<mailcomb_store_type>(component.functions);
  const sdk::FlatValue flat(config);
  const mailcomb_value abi = flat.abi();
  const TableList list(tables);
  mailcomb_store* handle = nullptr;
  const auto called = caller.call("open", [&](const mailcomb_call* call) {
    return functions.open(call, &abi, list.abi().data(),
                          static_cast<std::uint32_t>(list.abi().size()), schema_version, &handle);
  });
  if (!called) return tl::unexpected(called.error());
  if (!handle) return tl::unexpected(caller.bug("open", "it gave no store"));
  Store store(std::move(caller), functions, handle, std::move(tables));
  if (const auto described = store.describe(); !described) return tl::unexpected(described.error());
  return store;
}

Result<bool> Store::is_there(const Component& component, const Value& config) {
  const Caller caller(component);
  const auto functions = read_struct<mailcomb_store_type>(component.functions);
  const void* found =
      functions.extension ? functions.extension(sdk::slice(MAILCOMB_STORE_PRESENCE_ID)) : nullptr;
  if (!found) return true;
  const auto presence = read_struct<mailcomb_store_presence>(found);
  if (!presence.find) return true;
  const sdk::FlatValue flat(config);
  const mailcomb_value abi = flat.abi();
  std::uint32_t is_there = 0;
  const auto called = caller.call(
      "find", [&](const mailcomb_call* call) { return presence.find(call, &abi, &is_there); });
  if (!called) return tl::unexpected(called.error());
  return is_there != 0;
}

Result<void> Store::describe() {
  const auto value = caller_.call_for_value("describe", [&](const auto* call, const auto* to) {
    return functions_.describe(store_.get(), call, to);
  });
  if (!value) return tl::unexpected(value.error());
  Described described(*value);
  location_ = printable(described.text("location"));
  if (location_.empty()) described.complain("'location' is missing");
  if (!described.complaint().empty())
    return tl::unexpected(caller_.bug("describe", described.complaint()));
  return {};
}

template <class Body>
Result<Written> Store::write(std::string_view function, Body&& body) const {
  bool is_conflict = false;
  const auto called = caller_.call(function, [&](const mailcomb_call* call) {
    const mailcomb_status status = body(call);
    is_conflict = status == MAILCOMB_CONFLICT;
    return status;
  });
  if (is_conflict) return Written::kConflict;
  if (!called) return tl::unexpected(called.error());
  return Written::kYes;
}

Result<Written> Store::append(std::uint32_t table, const Batch& rows) {
  return write("append", [&](const mailcomb_call* call) {
    return functions_.append(store_.get(), call, table, &rows.abi());
  });
}

Result<void> Store::commit() {
  return caller_.call(
      "commit", [&](const mailcomb_call* call) { return functions_.commit(store_.get(), call); });
}

Result<Batch> Store::read(std::uint32_t table, const sdk::KeyRange& range) {
  std::vector<ColumnSpec> columns;
  for (const auto& column : tables_.at(table).columns)
    columns.push_back({column.name, column.type});
  BatchBuilder rows(std::move(columns));
  if (range.rows_max > 0) rows.limit_rows(range.rows_max);
  const RangeRequest request(range);
  const auto called = caller_.call_for_rows("read", rows, [&](const auto* call, const auto* to) {
    return functions_.read(store_.get(), call, table, request.abi(), to);
  });
  if (!called) return tl::unexpected(called.error());
  return rows.finish();
}

Result<void> Store::remove(std::uint32_t table, const sdk::KeyRange& range) {
  const RangeRequest request(range);
  return caller_.call("remove", [&](const mailcomb_call* call) {
    return functions_.remove(store_.get(), call, table, request.abi());
  });
}

Result<std::optional<sdk::Document>> Store::get_document(std::string_view key) {
  using Found = std::optional<sdk::Document>;
  ValueBuilder built;
  const mailcomb_value_builder to = built.builder();
  std::int64_t version = 0;
  const auto called = caller_.call("get_document", [&](const mailcomb_call* call) {
    return functions_.get_document(store_.get(), call, sdk::slice(key), &to, &version);
  });
  if (!called) return tl::unexpected(called.error());
  if (version == 0 && built.is_empty()) return Found();
  const auto document = built.take();
  if (!document || !document->is(Value::Kind::kBytes) || version <= 0)
    return tl::unexpected(caller_.bug("get_document", "it gave no document with its version"));
  return Found({version, document->text()});
}

Result<Written> Store::put_document(std::string_view key, std::int64_t expected,
                                    std::string_view document) {
  return write("put_document", [&](const mailcomb_call* call) {
    return functions_.put_document(store_.get(), call, sdk::slice(key), expected,
                                   sdk::byte_slice(document));
  });
}

Result<sdk::Lease> Store::take_lease(std::string_view name, std::string_view holder,
                                     std::chrono::milliseconds ttl, Takeover takeover) {
  ValueBuilder current;
  const mailcomb_value_builder to = current.builder();
  sdk::Lease lease{0, std::string(holder)};
  bool is_held = false;
  const auto called = caller_.call("take_lease", [&](const mailcomb_call* call) {
    const mailcomb_status status =
        functions_.take_lease(store_.get(), call, sdk::slice(name), sdk::slice(holder), ttl.count(),
                              takeover == Takeover::kForce, &*lease.fence, &to);
    is_held = status == MAILCOMB_LOCKED;
    return status;
  });
  if (is_held) {
    const auto other = current.take();
    return sdk::Lease{{}, other ? printable(other->text()) : "somebody else"};
  }
  if (!called) return tl::unexpected(called.error());
  return lease;
}

Result<void> Store::backup(std::string_view file) {
  const auto extension = find_backup(functions_);
  if (!extension) return no_backup(caller_.name());
  return caller_.call("backup", [&](const mailcomb_call* call) {
    return extension->backup(store_.get(), call, sdk::slice(file));
  });
}

Result<void> Store::drop_lease(std::string_view name, std::int64_t fence) {
  return caller_.call("drop_lease", [&](const mailcomb_call* call) {
    return functions_.drop_lease(store_.get(), call, sdk::slice(name), fence);
  });
}

}  // namespace mailcomb::plugin
