// SPDX-License-Identifier: Apache-2.0
// What an errno means, in words.
#pragma once

#include <string>
#include <system_error>

namespace mailcomb::local_mail {

inline std::string error_text(int error) { return std::generic_category().message(error); }

}  // namespace mailcomb::local_mail
