// SPDX-License-Identifier: Apache-2.0
// StoreSubject: one fresh, empty store of one implementation, which the contract is tried on.
#pragma once

#include <chrono>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "plugin/store.hpp"

namespace mailcomb::testing {

class StoreSubject {
 public:
  StoreSubject() = default;
  StoreSubject(const StoreSubject&) = delete;
  StoreSubject& operator=(const StoreSubject&) = delete;
  virtual ~StoreSubject() = default;

  virtual plugin::Component component() const = 0;
  virtual sdk::Value config() const = 0;
  // Until the store's own clock has gone on by that much.
  virtual void let_pass(std::chrono::milliseconds time) = 0;
};

struct StoreImplementation {
  std::string name;
  std::unique_ptr<StoreSubject> (*make)();

  friend void PrintTo(const StoreImplementation& implementation, std::ostream* to) {
    *to << implementation.name;
  }
};

std::vector<StoreImplementation> all_stores();
// Those that outlive the process and are shared by several.
std::vector<StoreImplementation> durable_stores();

}  // namespace mailcomb::testing
