// SPDX-License-Identifier: Apache-2.0
// Hold: this run alone changes the mailbox, by the provider's lock and by a lease that names us.
#pragma once

#include <memory>
#include <string>

#include "plugin/mailbox.hpp"
#include "plugin/store.hpp"

namespace mailcomb::pipeline {

// Ends with its life. The mailbox and the store must outlive it.
class Hold {
 public:
  // `holder` is told to others: "run 20261122T2013-7f3a2c of ann@host (process 4711)". Fails with
  // kLocked, saying who holds it, as far as this store knows.
  static Result<Hold> take(plugin::Mailbox& mailbox, const std::string& provider,
                           plugin::Store& store, std::string holder);

  // Keeps the lease from running out; call it before each batch.
  Result<void> renew();

 private:
  struct Release;
  explicit Hold(std::shared_ptr<Release> release) : release_(std::move(release)) {}
  std::shared_ptr<Release> release_;
};

}  // namespace mailcomb::pipeline
