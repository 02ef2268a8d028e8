// SPDX-License-Identifier: Apache-2.0
// Sizes as people write them: 500B, 10kB, 5MiB.
#pragma once

#include <cstdint>
#include <string_view>

#include "support/error.hpp"

namespace mailcomb {

inline constexpr std::int64_t kSizeBytesMax = std::int64_t{1} << 40;  // 1 TiB

// In bytes. kB, MB and GB are powers of 1000, KiB, MiB and GiB of 1024. From 1 byte to 1 TiB. The
// error tells what is wrong with `text` and what to write; it has no place.
Result<std::int64_t> parse_size(std::string_view text);

}  // namespace mailcomb
