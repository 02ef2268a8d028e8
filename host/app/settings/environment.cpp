// SPDX-License-Identifier: Apache-2.0
#include "app/settings/environment.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "app/settings/dotenv_file.hpp"
#include "app/settings/known_variables.hpp"
#include "app/settings/search_path.hpp"

namespace mailcomb::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kConfigName = "mailcomb.yaml";

// Of the process alone: a .env does not move the home folder.
std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
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

fs::path config_home(const fs::path& home) {
  const auto set = variable("XDG_CONFIG_HOME");
  return set.empty() ? home / ".config" : fs::path(set);
}

// https://specifications.freedesktop.org/basedir-spec/latest/
std::vector<fs::path> config_files(const fs::path& config_home) {
  std::vector<fs::path> files = {kConfigName, config_home / "mailcomb" / kConfigName};
  const auto set = variable("XDG_CONFIG_DIRS");
  for (const auto& folder : split_path(set.empty() ? "/etc/xdg" : set))
    files.push_back(folder / "mailcomb" / kConfigName);
  files.push_back(fs::path("/etc/mailcomb") / kConfigName);
  return files;
}

// As the XDG Base Directory Specification has it: a relative path counts for nothing.
fs::path key_file(const config::Folders& folders, const Variables& variables) {
  if (const auto set = variables.find_said("MAILCOMB_KEY_FILE"))
    return config::absolute_path(*set, folders);
  const fs::path state = variable("XDG_STATE_HOME");
  return (state.is_absolute() ? state : folders.home / ".local" / "state") / "mailcomb" /
         "journal.key";
}

}  // namespace

Checked<Environment> read_environment() {
  Environment environment;
  environment.folders.home = home_folder();
  std::error_code error;
  environment.folders.base = fs::current_path(error);
  if (error)
    return tl::unexpected(
        Errors{fail(Fault::kUnavailable, "the working folder cannot be told: " + error.message(),
                    "change to a folder that is there")
                   .value()});
  // Without /proc the program's folder is simply not looked at.
  environment.program = fs::read_symlink("/proc/self/exe", error);
  environment.user = user_at_host();
  const auto config = config_home(environment.folders.home);
  environment.share = environment.program.parent_path().parent_path() / "share" / "mailcomb";
  environment.policy_folders = {config / "mailcomb" / "policies", environment.share / "policies"};
  environment.config_files = config_files(config);
  environment.defaults_file = environment.share / "defaults.yaml";
  auto dotenv = read_dotenv_file(environment.folders.base, geteuid());
  if (!dotenv) return tl::unexpected(std::move(dotenv.error()));
  environment.variables = Variables(std::move(dotenv->variables));
  environment.key_file = key_file(environment.folders, environment.variables);
  environment.dotenv_refusal = std::move(dotenv->refusal);
  if (auto errors = check_variables(environment.variables); !errors.empty())
    return tl::unexpected(std::move(errors));
  return environment;
}

}  // namespace mailcomb::app
