// SPDX-License-Identifier: Apache-2.0
#include "analysis/list_id.hpp"

#include "support/ascii.hpp"

namespace mailcomb::analysis {

// The description before it may hold brackets too; the identifier comes last.
std::string list_id_of(std::string_view field) {
  const auto close = field.rfind('>');
  if (close == std::string_view::npos) return {};
  const auto open = field.rfind('<', close);
  if (open == std::string_view::npos || close - open < 2) return {};
  return ascii_lower(field.substr(open, close - open + 1));
}

}  // namespace mailcomb::analysis
