// SPDX-License-Identifier: Apache-2.0
#include "app/report/protect_report.hpp"

#include "app/terminal.hpp"

namespace mailcomb::app {

Report protect_report(const mail::ProtectedSenders& senders, const std::string& summary) {
  Table table({Table::key("sender")});
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  std::string text = summary;
  for (const auto& sender : senders.list()) {
    table.add({sender});
    list.push_back({{"sender", sender}});
    if (summary.empty()) text += printable(sender) + "\n";
  }
  if (text.empty()) text = "No sender is protected.\n";
  return {std::move(text), {{"senders", std::move(list)}}, "senders", std::move(table)};
}

}  // namespace mailcomb::app
