// SPDX-License-Identifier: Apache-2.0
#include "pipeline/kept_metrics.hpp"

namespace mailcomb::pipeline {
namespace {

constexpr const char* kKey = "metrics";
// Each try that fails is one of somebody else that succeeded.
constexpr int kTriesMax = 1000;

struct Kept {
  telemetry::Document document;
  std::int64_t version = 0;
};

Result<Kept> load(plugin::Store& store) {
  const auto found = store.get_document(kKey);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return Kept();
  auto document = telemetry::read_document((*found)->bytes);
  if (!document)
    return fail(Fault::kUnavailable, "the metrics in " + store.location() + " are damaged",
                "they are left as they are; nothing else depends on them");
  return Kept{std::move(*document), (*found)->version};
}

}  // namespace

Result<telemetry::Document> load_metrics(plugin::Store& store) {
  auto kept = load(store);
  if (!kept) return tl::unexpected(kept.error());
  return std::move(kept->document);
}

Result<void> keep_metrics(plugin::Store& store, const std::string& pipeline,
                          const telemetry::Samples& measured) {
  for (int i = 0; i < kTriesMax; ++i) {
    auto kept = load(store);
    if (!kept) return tl::unexpected(kept.error());
    kept->document.pipelines[pipeline].join(measured);
    const auto written =
        store.put_document(kKey, kept->version, telemetry::to_text(kept->document));
    if (!written) return tl::unexpected(written.error());
    if (*written == plugin::Written::kYes) return {};
  }
  return fail(Fault::kUnavailable, "too many others write metrics to " + store.location());
}

}  // namespace mailcomb::pipeline
