// SPDX-License-Identifier: Apache-2.0
// Without this valijson ends the process where a schema is wrong.
#define VALIJSON_USE_EXCEPTIONS 1

#include "config/validate.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace mailcomb::config {
namespace {

using valijson::adapters::NlohmannJsonAdapter;

// "<root>", "[days]" becomes {"days"}.
std::vector<std::string> path_of(const std::vector<std::string>& context) {
  std::vector<std::string> path;
  for (const auto& step : context)
    if (step.starts_with('[') && step.ends_with(']'))
      path.push_back(step.substr(1, step.size() - 2));
  return path;
}

bool begins(const std::vector<std::string>& path, const std::vector<std::string>& beginning) {
  return path.size() > beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), path.begin());
}

// Once a part does not fit, nothing that contains it does.
std::vector<Violation> innermost(const std::vector<Violation>& all) {
  std::vector<Violation> kept;
  for (const auto& violation : all) {
    const auto has_inner = std::any_of(all.begin(), all.end(), [&](const Violation& other) {
      return begins(other.path, violation.path);
    });
    const auto is_told = std::any_of(kept.begin(), kept.end(), [&](const Violation& other) {
      return other.path == violation.path;
    });
    if (!has_inner && !is_told) kept.push_back(violation);
  }
  return kept;
}

}  // namespace

Result<std::vector<Violation>> validate(const nlohmann::json& schema, const nlohmann::json& value) {
  try {
    valijson::Schema compiled;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(NlohmannJsonAdapter(schema), compiled);
    valijson::Validator validator;
    valijson::ValidationResults results;
    validator.validate(compiled, NlohmannJsonAdapter(value), &results);
    std::vector<Violation> violations;
    for (const auto& error : results)
      violations.push_back({path_of(error.context), error.description});
    return innermost(violations);
  } catch (const std::exception& error) {
    return fail(Fault::kInvalid, error.what());
  }
}

}  // namespace mailcomb::config
