// SPDX-License-Identifier: Apache-2.0
#include "app/settings/known_variables.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "support/ascii.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

using Accepts = bool (*)(const std::string& value);

enum class Heeded { kNow, kLater };
enum class Shown { kYes, kNever };

struct KnownVariable {
  const char* name;
  const char* form;
  Accepts accepts;
  Heeded heeded = Heeded::kNow;
  Shown shown = Shown::kYes;
};

bool is_truth(const std::string& value) {
  const auto word = ascii_lower(value);
  return is_true(word) || word == "false" || word == "0" || word == "no";
}

template <int least, int most>
bool is_number(const std::string& value) {
  int number = 0;
  const auto* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && number >= least && number <= most;
}

bool is_level(const std::string& value) {
  return value == "error" || value == "warn" || value == "info" || value == "debug";
}

bool is_format(const std::string& value) { return value == "text" || value == "json"; }

bool is_database_url(const std::string& value) {
  return value.starts_with("postgres://") || value.starts_with("postgresql://");
}

bool is_anything(const std::string&) { return true; }

constexpr int kMany = 1'000'000'000;
constexpr const char* kTruth = "true or false";
constexpr const char* kPath = "a path";
constexpr const char* kCount = "a whole number of at least 1";

constexpr std::array<KnownVariable, 18> kVariables = {{
    {"GMAIL_CREDENTIALS_PATH", kPath, is_anything, Heeded::kLater},
    {"GMAIL_TOKEN_PATH", kPath, is_anything, Heeded::kLater},
    {"GMAIL_MAX_THREADS", kCount, is_number<1, kMany>, Heeded::kLater},
    {"GMAIL_DEBUG", kTruth, is_truth, Heeded::kLater},
    {"RATE_LIMIT_REQUESTS_PER_MINUTE", kCount, is_number<1, kMany>, Heeded::kLater},
    {"RATE_LIMIT_REQUESTS_PER_HOUR", kCount, is_number<1, kMany>, Heeded::kLater},
    {"RATE_LIMIT_REQUESTS_PER_DAY", kCount, is_number<1, kMany>, Heeded::kLater},
    {"DATABASE_URL", "a URL such as postgres://USER@HOST/DATABASE", is_database_url, Heeded::kLater,
     Shown::kNever},
    {"DATABASE_POOL_SIZE", "a whole number from 1 to 100", is_number<1, 100>, Heeded::kLater},
    {"PROMETHEUS_PORT", "a port from 1 to 65535", is_number<1, 65535>, Heeded::kLater},
    {"GOOGLE_APPLICATION_CREDENTIALS", kPath, is_anything, Heeded::kLater},
    {"MAILCOMB_KEY_FILE", kPath, is_anything},
    {"LOG_LEVEL", "error, warn, info or debug", is_level},
    {"LOG_FORMAT", "text or json", is_format, Heeded::kLater},
    {"DRY_RUN_BY_DEFAULT", kTruth, is_truth},
    {"REQUIRE_CONFIRMATION", kTruth, is_truth},
    {"MAILCOMB_CONFIG", kPath, is_anything},
    {"MAILCOMB_PLUGIN_PATH", "folders or files, divided by colons", is_anything},
}};

Error refuse(const KnownVariable& variable, const std::string& value, bool is_from_file) {
  std::string name = variable.name;
  if (is_from_file) name += ", from .env,";
  const std::string form = variable.form;
  const auto message = variable.shown == Shown::kYes
                           ? name + " is " + in_quotes(value) + "; it must be " + form
                           : name + " is not what it must be: " + form;
  return fail(Fault::kInvalid, message, "unset it, or set it to " + form).value();
}

template <class Accept>
std::vector<std::string> names_of(Accept accept) {
  std::vector<std::string> names;
  for (const auto& variable : kVariables)
    if (accept(variable)) names.emplace_back(variable.name);
  return names;
}

}  // namespace

bool is_true(const std::string& value) {
  const auto word = ascii_lower(value);
  return word == "true" || word == "1" || word == "yes";
}

Errors check_variables(const Variables& variables) {
  Errors errors;
  for (const auto& variable : kVariables)
    if (const auto value = variables.find_said(variable.name); value && !variable.accepts(*value))
      errors.push_back(refuse(variable, *value, variables.is_from_file(variable.name)));
  return errors;
}

std::vector<std::string> find_unheeded(const Variables& variables) {
  return names_of([&](const KnownVariable& variable) {
    return variable.heeded == Heeded::kLater && variables.find_said(variable.name);
  });
}

std::vector<std::string> find_from_dotenv(const Variables& variables) {
  return names_of(
      [&](const KnownVariable& variable) { return variables.is_from_file(variable.name); });
}

}  // namespace mailcomb::app
