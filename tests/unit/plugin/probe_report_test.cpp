// SPDX-License-Identifier: Apache-2.0
#include "plugin/probe_report.hpp"

#include <gtest/gtest.h>

namespace mailcomb::plugin {
namespace {

Descriptor sample() {
  Descriptor descriptor{"acme", "1.0.0", 1, 4, {}};
  Component component;
  component.info = {Kind::kStore, "acme", "A \"title\"", "{\"type\":\"object\"}", "path", "", "",
                    {},           ""};
  descriptor.components.push_back(component);
  return descriptor;
}

TEST(ProbeReport, tells_a_plugin) {
  const ProbeReport report = read_report(entry_line() + report_line(sample()));
  ASSERT_EQ(report.stage, ProbeStage::kReported);
  ASSERT_TRUE(report.plugin);
  EXPECT_EQ(report.plugin->name, "acme");
  EXPECT_EQ(report.plugin->abi, "1.4");
  const ComponentInfo& info = report.plugin->components.at(0);
  EXPECT_EQ(info.kind, Kind::kStore);
  EXPECT_EQ(info.title, "A \"title\"");
  EXPECT_EQ(info.schema, "{\"type\":\"object\"}");
  EXPECT_EQ(info.plugin, "acme");
}

TEST(ProbeReport, names_the_kind_in_words) {
  EXPECT_NE(report_line(sample()).find("\"kind\":\"store\""), std::string::npos);
}

TEST(ProbeReport, tells_a_failure) {
  const Error error = fail(Fault::kInvalid, "it broke", "mend it").value();
  EXPECT_EQ(failure_line("bad-file", error),
            "{\"error\":\"bad-file\",\"hint\":\"mend it\",\"message\":\"it broke\"}\n");
  const ProbeReport report = read_report(failure_line("bad-file", error));
  ASSERT_EQ(report.stage, ProbeStage::kReported);
  EXPECT_EQ(to_text(report.plugin.error()), "it broke\n  hint: mend it\n");
}

TEST(ProbeReport, cut_anywhere_tells_how_far_it_came) {
  const std::string entry = entry_line(), all = entry + report_line(sample());
  for (std::size_t size = 0; size < all.size(); ++size)
    EXPECT_EQ(read_report(all.substr(0, size)).stage,
              size < entry.size() ? ProbeStage::kLoading : ProbeStage::kEntry)
        << size;
}

TEST(ProbeReport, that_is_wrong_is_none) {
  for (const char* wrong :
       {"\n", "[]\n", "{}\n", "{\"error\":1}\n", "{\"name\":5}\n", "x\n", "null\n"})
    EXPECT_EQ(read_report(wrong).stage, ProbeStage::kLoading) << wrong;
}

}  // namespace
}  // namespace mailcomb::plugin
