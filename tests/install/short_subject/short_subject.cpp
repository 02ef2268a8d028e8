// SPDX-License-Identifier: Apache-2.0
#include <mailcomb/plugin.hpp>
using namespace mailcomb::sdk;

MAILCOMB_PLUGIN("acme", "1.0.0", plugin) {
  const auto is_short = [](const Config& with, const Row& row) {
    const auto subject = row.text("subject");
    if (!subject || std::ssize(*subject) >= with["below"].integer()) return keep();
    return select(0, std::ssize(*subject));
  };
  plugin.rule("acme.short_subject", "Messages with a short subject", {"subject"}, is_short)
      .integer("below", "Bytes, at least 1", 1)
      .reason("the subject has only {} bytes");
}
