// SPDX-License-Identifier: Apache-2.0
#include "app/report/verification_report.hpp"

#include <fmt/format.h>

#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

constexpr std::size_t kDamagesShown = 50;

std::string summary_text(const journal::Verification& found) {
  if (found.link.empty() && found.damages.empty())
    return "The journal has no chain yet; the next run begins it.\n";
  if (found.damages.empty())
    return fmt::format("Intact: {} runs, {} events, {} entries in the ledger, which ends with {}\n",
                       grouped(found.runs), grouped(found.events), grouped(found.entries),
                       found.link);
  return fmt::format("Not intact: {} findings in {} runs and {} events\n",
                     grouped(static_cast<std::int64_t>(found.damages.size())), grouped(found.runs),
                     grouped(found.events));
}

}  // namespace

Report verification_report(const journal::Verification& verification) {
  Table table({Table::key("run"), {"what", Align::kLeft, 120}});
  auto damages = nlohmann::ordered_json::array();
  auto text = summary_text(verification);
  for (const auto& damage : verification.damages) {
    table.add({damage.run_id, damage.what});
    damages.push_back({{"run_id", damage.run_id}, {"what", damage.what}});
    if (damages.size() > kDamagesShown) continue;
    text += damage.run_id.empty()
                ? fmt::format("  {}\n", damage.what)
                : fmt::format("  run {}: {}\n", printable(damage.run_id), damage.what);
  }
  if (damages.size() > kDamagesShown)
    text += fmt::format("  … and {} more\n",
                        grouped(static_cast<std::int64_t>(damages.size() - kDamagesShown)));
  nlohmann::ordered_json document = {{"intact", verification.damages.empty()},
                                     {"runs", verification.runs},
                                     {"events", verification.events},
                                     {"entries", verification.entries},
                                     {"link", verification.link},
                                     {"damages", std::move(damages)}};
  return {std::move(text), std::move(document), "damages", std::move(table)};
}

}  // namespace mailcomb::app
