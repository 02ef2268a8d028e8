// SPDX-License-Identifier: Apache-2.0
// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace mailcomb {

// "1,234,567"
std::string grouped(std::int64_t number);

// "0.4%", "21.7%"; one decimal, rounded up from zero so that something never reads as nothing.
std::string percent_text(double percent);

// "512 B", "3.4 MiB"
std::string bytes_text(std::int64_t bytes);

}  // namespace mailcomb
