// SPDX-License-Identifier: Apache-2.0
#include "telemetry/document.hpp"

#include <gtest/gtest.h>

namespace mailcomb::telemetry {
namespace {

Document filled() {
  Document document;
  document.pipelines["default"].add(Metric::kRuns, {"completed"}, 3);
  document.pipelines["default"].observe(Metric::kStageDuration, {"scan"}, 0.2);
  document.pipelines["nightly"].set(Metric::kLastSuccess, {"nightly"}, 1.5);
  return document;
}

TEST(MetricsDocument, is_read_back) {
  const auto read = read_document(to_text(filled()));
  ASSERT_TRUE(read);
  EXPECT_EQ(to_text(*read), to_text(filled()));
  EXPECT_EQ(read->all().families.size(), 3u);
}

TEST(MetricsDocument, keeps_what_a_later_version_measured) {
  const std::string text =
      R"({"format":"mailcomb.metrics/1","pipelines":{"default":{"mailcomb_later_total":[)"
      R"({"labels":["x"],"value":4.0}]}}})";
  auto document = read_document(text);
  ASSERT_TRUE(document);
  document->pipelines["default"].join(filled().pipelines["default"]);
  EXPECT_NE(to_text(*document).find(R"("mailcomb_later_total":[{"labels":["x"],"value":4.0}])"),
            std::string::npos);
}

TEST(MetricsDocument, cut_at_any_byte_is_refused) {
  const auto text = to_text(filled());
  for (std::size_t size = 0; size < text.size(); ++size)
    EXPECT_FALSE(read_document(text.substr(0, size))) << size;
}

TEST(MetricsDocument, of_another_shape_is_refused) {
  for (const auto* text :
       {"[]", "{}", R"({"format":"mailcomb.metrics/2","pipelines":{}})",
        R"({"format":"mailcomb.metrics/1","pipelines":{"a":{"m":[{"labels":["x"]}]}}})",
        R"({"format":"mailcomb.metrics/1","pipelines":{"a":{"m":[{"labels":[1],"value":1}]}}})",
        R"({"format":"mailcomb.metrics/1","pipelines":{"a":{"m":[)"
        R"({"labels":[],"value":1,"bounds":[1],"counts":[1]}]}}})"})
    EXPECT_FALSE(read_document(text)) << text;
}

}  // namespace
}  // namespace mailcomb::telemetry
