// SPDX-License-Identifier: Apache-2.0
// The names that mail programs give to folders of a special use, such as `Sent Items`.
#pragma once

#include <optional>
#include <string_view>

namespace mailcomb::local_mail {

// The location that a folder of that name is, in any case; empty for a folder of the user's own.
std::optional<std::string_view> find_special_location(std::string_view name);

}  // namespace mailcomb::local_mail
