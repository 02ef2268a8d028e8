// SPDX-License-Identifier: Apache-2.0
// Slices of the ABI as std::string_view and back.
#pragma once

#include <span>
#include <string_view>

#include "mailcomb/abi/base.h"

namespace mailcomb::sdk {

inline std::string_view view(mailcomb_str text) {
  return {text.data, static_cast<std::size_t>(text.size)};
}

// The slice borrows: it lives as long as what `text` views.
inline mailcomb_str slice(std::string_view text) { return {text.data(), text.size()}; }

inline mailcomb_bytes byte_slice(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

}  // namespace mailcomb::sdk
