// SPDX-License-Identifier: Apache-2.0
// A header that lists labels, as text: `Inbox,"Bills, paid",Category Promotions`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mailcomb::local_mail {

// Splits decoded text at its commas. A label that begins with a quote goes to the closing quote, in
// which `""` and `\"` stand for one; a quote that is never closed is a character like others.
// Blanks around labels and empty labels are dropped.
std::vector<std::string> split_labels(std::string_view text);

}  // namespace mailcomb::local_mail
