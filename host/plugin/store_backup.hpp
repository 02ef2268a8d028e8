// SPDX-License-Identifier: Apache-2.0
// StoreBackup: puts a backup in the place of a store, with the store closed (abi/store_backup.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mailcomb/abi/store_backup.h"
#include "mailcomb/value.hpp"
#include "plugin/call.hpp"
#include "plugin/component.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

struct StagedStore {
  sdk::Value config;      // Opens the copy.
  bool replaces = false;  // There is a store in its place now.
};

class StoreBackup {
 public:
  // `config` names the store. Fails with kInvalid if this type has no backups.
  static Result<StoreBackup> find(const Component& component, sdk::Value config);

  Result<StagedStore> stage(std::string_view file) const;
  // Answers where the store is now that was there, or an empty text.
  Result<std::string> swap(const StagedStore& staged) const;
  Result<void> discard(const StagedStore& staged) const;

 private:
  StoreBackup(Caller caller, const mailcomb_store_backup& functions, sdk::Value config)
      : caller_(std::move(caller)), functions_(functions), config_(std::move(config)) {}

  Caller caller_;
  mailcomb_store_backup functions_;
  sdk::Value config_;
};

// Empty if the type lacks it, or any function of it.
std::optional<mailcomb_store_backup> find_backup(const mailcomb_store_type& functions);

tl::unexpected<Error> no_backup(std::string_view component);

}  // namespace mailcomb::plugin
