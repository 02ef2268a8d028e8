// SPDX-License-Identifier: Apache-2.0
#include "app/environment.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "support/ascii.hpp"

namespace mailcomb::app {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

Result<bool> truth(const char* name, bool fallback) {
  const auto value = ascii_lower(variable(name));
  if (value.empty()) return fallback;
  if (value == "true" || value == "1" || value == "yes") return true;
  if (value == "false" || value == "0" || value == "no") return false;
  return fail(Fault::kInvalid,
              std::string(name) + " is '" + variable(name) + "'; it must be true or false",
              "unset it, or set it to true or false");
}

fs::path home_folder() {
  if (const auto home = variable("HOME"); !home.empty()) return home;
  const passwd* entry = getpwuid(getuid());
  return entry ? entry->pw_dir : "/";
}

std::string user_at_host() {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  const passwd* entry = getpwuid(getuid());
  return (entry ? std::string(entry->pw_name) : std::to_string(getuid())) + "@" + host.data();
}

std::vector<fs::path> split_path(const std::string& list) {
  std::vector<fs::path> folders;
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find(':', at), list.size());
    if (end > at) folders.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return folders;
}

fs::path config_home(const fs::path& home) {
  const auto set = variable("XDG_CONFIG_HOME");
  return set.empty() ? home / ".config" : fs::path(set);
}

// As the XDG Base Directory Specification has it: a relative path counts for nothing.
fs::path key_file(const config::Folders& folders) {
  if (const auto set = variable("MAILCOMB_KEY_FILE"); !set.empty())
    return config::absolute_path(set, folders);
  const fs::path state = variable("XDG_STATE_HOME");
  return (state.is_absolute() ? state : folders.home / ".local" / "state") / "mailcomb" /
         "journal.key";
}

}  // namespace

Result<Environment> read_environment() {
  Environment environment;
  environment.folders.home = home_folder();
  std::error_code error;
  environment.folders.base = fs::current_path(error);
  if (error)
    return fail(Fault::kUnavailable, "the working folder cannot be told: " + error.message(),
                "change to a folder that is there");
  // Without /proc the program's folder is simply not looked at.
  environment.program = fs::read_symlink("/proc/self/exe", error);
  environment.user = user_at_host();
  environment.plugin_path = split_path(variable("MAILCOMB_PLUGIN_PATH"));
  const auto share = environment.program.parent_path().parent_path() / "share" / "mailcomb";
  environment.policy_folders = {config_home(environment.folders.home) / "mailcomb" / "policies",
                                share / "policies"};
  environment.defaults_file = share / "defaults.yaml";
  environment.key_file = key_file(environment.folders);
  const auto dry = truth("DRY_RUN_BY_DEFAULT", true);
  const auto confirm = truth("REQUIRE_CONFIRMATION", true);
  if (!dry) return tl::unexpected(dry.error());
  if (!confirm) return tl::unexpected(confirm.error());
  environment.dry_run_by_default = *dry;
  environment.require_confirmation = *confirm;
  return environment;
}

}  // namespace mailcomb::app
