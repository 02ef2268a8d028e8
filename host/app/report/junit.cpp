// SPDX-License-Identifier: Apache-2.0
#include "app/report/junit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/report/explain_report.hpp"
#include "app/terminal.hpp"

namespace mailcomb::app {
namespace {

// For attributes and for text; what XML cannot hold has become U+FFFD before.
std::string escaped(const std::string& text) {
  std::string xml;
  for (const char c : text) {
    switch (c) {
      case '&': xml += "&amp;"; break;
      case '<': xml += "&lt;"; break;
      case '>': xml += "&gt;"; break;
      case '"': xml += "&quot;"; break;
      default: xml += c;
    }
  }
  return xml;
}

std::string attribute(const std::string& text) { return escaped(printable(text)); }

std::string case_xml(const PolicyTests& policy, const pipeline::TestResult& result) {
  auto xml = fmt::format("    <testcase classname=\"{}\" name=\"{}\"", attribute(policy.policy),
                         attribute(result.name));
  if (result.passed()) return xml + "/>\n";
  return xml + fmt::format(">\n      <failure message=\"{}\">{}</failure>\n    </testcase>\n",
                           attribute(result.complaints.front()),
                           escaped(rules_text(result.explanation)));
}

}  // namespace

std::string junit_xml(const std::vector<PolicyTests>& policies) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (const auto& policy : policies) {
    const auto& results = policy.results;
    const auto failures = std::count_if(results.begin(), results.end(),
                                        [](const auto& result) { return !result.passed(); });
    xml += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n",
                       attribute(policy.policy), results.size(), failures);
    for (const auto& result : results) xml += case_xml(policy, result);
    xml += "  </testsuite>\n";
  }
  return xml + "</testsuites>\n";
}

}  // namespace mailcomb::app
