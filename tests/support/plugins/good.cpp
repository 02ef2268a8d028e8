// SPDX-License-Identifier: Apache-2.0
// A plugin as it should be.
#include "mailcomb/plugin.hpp"

namespace {

using namespace mailcomb;

struct Short {
  explicit Short(const sdk::Config& config) : below(config["below"].integer()) {}
  std::vector<std::string> columns() const { return {"subject"}; }
  sdk::Verdict evaluate(const sdk::Row& row) const {
    const auto subject = row.text("subject");
    if (!subject) return sdk::unset();
    const auto size = static_cast<std::int64_t>(subject->size());
    return size < below ? sdk::select(0, size) : sdk::keep();
  }
  std::int64_t below;
};

}  // namespace

MAILCOMB_PLUGIN("good", "1.2.3", plugin) {
  plugin.rule<Short>("test.short", "Messages with a short subject")
      .integer("below", "in characters", 1, 10)
      .argument("below")
      .reason("the subject has only {} characters");
}
