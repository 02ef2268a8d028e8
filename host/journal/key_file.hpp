// SPDX-License-Identifier: Apache-2.0
// The key's file: 64 hex digits that nobody but its owner can read.
#pragma once

#include <filesystem>
#include <optional>

#include "journal/sealing.hpp"
#include "support/error.hpp"

namespace mailcomb::journal {

// Empty if there is no file. Fails with kInvalid if the file is not ours alone or holds no key; the
// error never shows what is in it.
Result<std::optional<SealingKey>> load_key(const std::filesystem::path& file);

// The key that is there, or else a new one. Of several processes at once all get the same; one that
// is killed leaves no half of a key. Fails with kUnavailable if no file can be made.
Result<SealingKey> load_or_make_key(const std::filesystem::path& file);

}  // namespace mailcomb::journal
