// SPDX-License-Identifier: Apache-2.0
// Whose plugins are loaded: only those that nobody else could have put there.
#pragma once

#include <sys/types.h>

#include <filesystem>

#include "support/error.hpp"

namespace mailcomb::plugin {

// Fails if everybody may write to the file or folder, or if it belongs neither to root nor to
// `user`. Follows symbolic links. The error's origin is `path`.
Result<void> check_trust(const std::filesystem::path& path, uid_t user);

}  // namespace mailcomb::plugin
