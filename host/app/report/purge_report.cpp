// SPDX-License-Identifier: Apache-2.0
#include "app/report/purge_report.hpp"

#include <fmt/format.h>

#include "support/numbers.hpp"

namespace mailcomb::app {

Report purge_report(const journal::Expired& expired, bool is_dry) {
  Table table({Table::key("removed")});
  for (const auto& run : expired.whole) table.add({run});
  const auto count = grouped(static_cast<std::int64_t>(expired.whole.size()));
  auto text = expired.whole.empty() ? std::string("No run is to be removed.\n")
                                    : fmt::format("{} runs {} from the journal.\n", count,
                                                  is_dry ? "would be removed" : "were removed");
  return {std::move(text),
          {{"removed", expired.whole}, {"dry_run", is_dry}},
          "removed",
          std::move(table)};
}

}  // namespace mailcomb::app
