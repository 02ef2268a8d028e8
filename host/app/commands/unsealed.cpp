// SPDX-License-Identifier: Apache-2.0
#include "app/commands/unsealed.hpp"

#include "journal/metadata.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {

Unsealing unseal(Workbench& bench, journal::Run& run) {
  using State = Unsealing::State;
  const auto& key_id = run.summary.header.key_id;
  if (key_id.empty()) return {};
  const auto sealed = "Subjects and senders are sealed with key " + key_id;
  const auto file = "'" + bench.environment().key_file.string() + "'";
  const auto key = bench.existing_key();
  if (!key) return {State::kLocked, sealed + ", and " + key.error().message};
  if (!*key) return {State::kLocked, sealed + ", and there is no key file " + file};
  if ((*key)->id() != key_id)
    return {State::kLocked, sealed + "; " + file + " holds key " + (*key)->id()};
  const auto damaged = journal::unseal(run, **key);
  if (damaged == 0) return {State::kShown, {}};
  return {State::kShown, "The subjects and senders of " + grouped(damaged) +
                             " messages are damaged and cannot be shown"};
}

}  // namespace mailcomb::app
