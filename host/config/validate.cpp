// SPDX-License-Identifier: Apache-2.0
// Without this valijson ends the process where a schema is wrong.
#define VALIJSON_USE_EXCEPTIONS 1

#include "config/validate.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace mailcomb::config {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

constexpr int kReferencesMax = 16;

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

// valijson follows references that lead nowhere but to each other until the stack ends.
bool leads_in_a_circle(const json& schema, const json& root) {
  const json* at = &schema;
  for (int i = 0; i < kReferencesMax; ++i) {
    const auto reference = at->is_object() ? at->find("$ref") : at->end();
    if (!at->is_object() || reference == at->end() || !reference->is_string()) return false;
    const auto text = reference->get<std::string>();
    if (!text.starts_with('#')) return false;
    const json::json_pointer pointer(text.substr(1));
    if (!root.contains(pointer)) return false;
    at = &root.at(pointer);
  }
  return true;
}

// Takes `format` away, an annotation in draft 7 that valijson asks of every type and fails on all but
// text. A property of that name is no text and stays.
void prepare(json& schema, const json& root) {
  if (!schema.is_structured()) return;
  if (leads_in_a_circle(schema, root)) throw std::runtime_error("a $ref leads to itself");
  if (schema.is_object() && schema.contains("format") && schema["format"].is_string())
    schema.erase("format");
  for (auto& part : schema) prepare(part, root);
}

}  // namespace

Result<std::vector<Violation>> validate(const json& schema, const json& value) {
  try {
    valijson::Schema compiled;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    json prepared = schema;
    prepare(prepared, schema);
    parser.populateSchema(NlohmannJsonAdapter(prepared), compiled);
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
