// SPDX-License-Identifier: Apache-2.0
// The protected senders as the store keeps them: one document, with a version.
#pragma once

#include "journal/run.hpp"
#include "mail/protected_senders.hpp"
#include "plugin/store.hpp"

namespace mailcomb::journal {

struct ProtectedList {
  mail::ProtectedSenders senders;
  std::int64_t version = 0;  // 0: nobody has kept one yet.
};

// Fails with kUnavailable, also if the document is of a form that this program does not know: whom it
// protects cannot be guessed.
Result<ProtectedList> load_protected(plugin::Store& store);

// kConflict: somebody changed the list since it was loaded.
Result<plugin::Written> save_protected(plugin::Store& store, const ProtectedList& list);

// Fails with kInvalid if the list is not the one that the run was planned by.
Result<void> check_protected(plugin::Store& store, const RunHeader& header);

}  // namespace mailcomb::journal
