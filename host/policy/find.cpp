// SPDX-License-Identifier: Apache-2.0
#include "policy/find.hpp"

#include <vector>

#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::policy {
namespace {

namespace fs = std::filesystem;

Result<fs::path> find_file(const std::string& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (fs::is_directory(status))
    return fail(Fault::kInvalid, in_quotes(file) + " is a folder, not a policy");
  if (fs::exists(status)) return fs::path(file);
  return fail(
      Fault::kInvalid,
      "there is no file " + in_quotes(file) +
          (error && status.type() != fs::file_type::not_found ? ": " + error.message() : ""));
}

std::string hint_for(const std::string& name, const std::map<std::string, fs::path>& policies,
                     std::span<const fs::path> folders) {
  std::vector<std::string_view> names;
  for (const auto& [known, path] : policies) names.push_back(known);
  if (!names.empty()) return suggest(name, names, "policies");
  std::string looked;
  for (const auto& folder : folders) looked += (looked.empty() ? "" : ", ") + folder.string();
  return looked.empty() ? "" : "there are none in " + looked;
}

}  // namespace

bool is_file_name(const std::string& text) {
  return text.find('/') != std::string::npos || text.ends_with(".yaml") || text.ends_with(".yml");
}

std::map<std::string, fs::path> list_policies(std::span<const fs::path> folders) {
  std::map<std::string, fs::path> policies;
  for (const auto& folder : folders) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      if (at->path().extension() == ".yaml" && !at->is_directory(error))
        policies.emplace(at->path().stem().string(), at->path());
  }
  return policies;
}

Result<fs::path> find_policy(const std::string& name_or_file, std::span<const fs::path> folders) {
  if (is_file_name(name_or_file)) return find_file(name_or_file);
  const auto policies = list_policies(folders);
  const auto found = policies.find(name_or_file);
  if (found != policies.end()) return found->second;
  return fail(Fault::kInvalid, "there is no policy " + in_quotes(name_or_file),
              hint_for(name_or_file, policies, folders));
}

}  // namespace mailcomb::policy
