// SPDX-License-Identifier: Apache-2.0
// The identifier of a mailing list, as its messages name it.
#pragma once

#include <string>
#include <string_view>

namespace mailcomb::analysis {

// "<news.shop.example>" of `News <News.shop.example>` (RFC 2919): with its brackets, in lower case.
// Empty if the field has none, or nothing in them.
std::string list_id_of(std::string_view field);

}  // namespace mailcomb::analysis
