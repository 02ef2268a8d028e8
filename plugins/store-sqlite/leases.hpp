// SPDX-License-Identifier: Apache-2.0
// Leases: a name held by one holder until a time, with a fence that tells its holders apart.
#pragma once

#include <chrono>

#include "mailcomb/store.hpp"
#include "store-sqlite/database.hpp"

namespace mailcomb::store_sqlite {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

struct LeaseRequest {
  std::string_view name;
  std::string_view holder;
  std::chrono::milliseconds ttl;
  bool force;
};

// A holder keeps its fence, also after its time, unless the lease was dropped or another one took
// it.
sdk::Lease take_lease(Database& database, const LeaseRequest& request, Time now);

// Does nothing if the fence is not that of the holder.
void drop_lease(Database& database, std::string_view name, std::int64_t fence);

}  // namespace mailcomb::store_sqlite
