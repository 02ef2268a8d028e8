// SPDX-License-Identifier: Apache-2.0
#include "journal/metadata.hpp"

#include "journal/payload.hpp"

namespace mailcomb::journal {

std::string sealed_metadata(const Intent& intent, std::string_view run_id, const SealingKey& key) {
  if (intent.metadata.empty()) return {};
  return key.seal(metadata_payload(intent.metadata), binding_of(run_id, intent.message_id));
}

std::int64_t unseal(Run& run, const SealingKey& key) {
  std::int64_t unreadable = 0;
  for (auto& intent : run.intents) {
    if (intent.sealed.empty()) continue;
    const auto text =
        key.unseal(intent.sealed, binding_of(run.summary.header.run_id, intent.message_id));
    auto metadata = text ? read_metadata(*text) : std::nullopt;
    if (metadata)
      intent.metadata = std::move(*metadata);
    else
      ++unreadable;
  }
  return unreadable;
}

}  // namespace mailcomb::journal
