// SPDX-License-Identifier: Apache-2.0
#include "store-sqlite/leases.hpp"

#include <limits>

namespace mailcomb::store_sqlite {
namespace {

struct StoredLease {
  std::optional<std::string> holder;
  std::int64_t fence = 0;
  std::int64_t expires_at_ms = 0;
};

StoredLease stored_lease(Database& database, std::string_view name) {
  auto query = database.query("SELECT holder, fence, expires_at_ms FROM leases WHERE name = ?1");
  if (!query.bind(1, name).step()) return {};
  StoredLease lease{{}, query.integer(1), query.integer(2)};
  if (!query.is_null(0)) lease.holder = std::string(query.bytes(0));
  return lease;
}

std::int64_t end_of(std::chrono::milliseconds ttl, std::int64_t now_ms) {
  constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
  return ttl.count() > kLast - now_ms ? kLast : now_ms + ttl.count();
}

}  // namespace

sdk::Lease take_lease(Database& database, const LeaseRequest& request, Time now) {
  const std::int64_t now_ms = now.time_since_epoch().count();
  Transaction transaction(database, Transaction::Kind::kWriting);
  const auto stored = stored_lease(database, request.name);
  const bool ours = stored.holder == request.holder;
  const bool held = stored.holder && stored.expires_at_ms > now_ms;
  if (held && !ours && !request.force) return {{}, *stored.holder};
  const std::int64_t fence = ours ? stored.fence : stored.fence + 1;
  {
    auto query = database.query("INSERT OR REPLACE INTO leases VALUES (?1, ?2, ?3, ?4)");
    query.bind(1, request.name).bind(2, request.holder).bind(3, fence);
    query.bind(4, end_of(request.ttl, now_ms)).step();
  }
  transaction.commit();
  return {fence, std::string(request.holder)};
}

void drop_lease(Database& database, std::string_view name, std::int64_t fence) {
  Transaction transaction(database, Transaction::Kind::kWriting);
  {
    auto query = database.query("UPDATE leases SET holder = NULL WHERE name = ?1 AND fence = ?2");
    query.bind(1, name).bind(2, fence).step();
  }
  transaction.commit();
}

}  // namespace mailcomb::store_sqlite
