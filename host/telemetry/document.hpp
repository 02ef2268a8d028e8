// SPDX-License-Identifier: Apache-2.0
// Document: the metrics of all pipelines as a store keeps them, in JSON.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "telemetry/samples.hpp"

namespace mailcomb::telemetry {

// The name of runs that belong to no pipeline.
inline constexpr std::string_view kNoPipeline = "default";

struct Document {
  std::map<std::string, Samples, std::less<>> pipelines;

  // Of all pipelines together.
  Samples all() const;
};

std::string to_text(const Document& document);

// Empty if it is not what to_text makes.
std::optional<Document> read_document(std::string_view text);

}  // namespace mailcomb::telemetry
