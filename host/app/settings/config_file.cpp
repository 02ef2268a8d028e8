// SPDX-License-Identifier: Apache-2.0
#include "app/settings/config_file.hpp"

#include <unistd.h>

#include "app/settings/guarded_file.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kRoot = 0;

// As it was named; empty if there is none.
std::string find_config(const std::string& named, const Environment& environment) {
  if (!named.empty()) return named;
  if (auto variable = environment.variables.find_said("MAILCOMB_CONFIG")) return *variable;
  for (const auto& file : environment.config_files) {
    std::error_code error;
    // One that may not be looked at is there.
    if (fs::status(file, error).type() != fs::file_type::not_found) return file.string();
  }
  return {};
}

tl::unexpected<Errors> refuse(std::string message, std::string hint) {
  return tl::unexpected(Errors{fail(Fault::kInvalid, std::move(message), std::move(hint)).value()});
}

}  // namespace

Checked<std::shared_ptr<const config::Composition>> load_config(const std::string& named,
                                                                const Environment& environment) {
  const auto name = find_config(named, environment);
  if (name.empty()) return nullptr;
  const auto path = config::absolute_path(name, environment.folders);
  const auto file = read_guarded_file(path, "a configuration");
  if (!file) return tl::unexpected(Errors{file.error()});
  if (file->owner != kRoot && file->owner != geteuid())
    return refuse("the configuration " + in_quotes(name) + " belongs to user " +
                      std::to_string(file->owner) + ", who is neither root nor you",
                  "name another one with --config, or make it yours");
  if (file->may_everybody_write())
    return refuse("everybody may write to the configuration " + in_quotes(name),
                  "take that right away: chmod o-w " + shell_word(name));
  const auto readers = file->may_others_read() ? config::Readers::kOthers : config::Readers::kOwner;
  auto composition = config::read_composition(
      file->text, {name, path, readers}, environment.folders.home,
      [&](const std::string& variable) { return environment.variables.find(variable); });
  if (!composition) return tl::unexpected(std::move(composition.error()));
  return std::make_shared<const config::Composition>(std::move(*composition));
}

}  // namespace mailcomb::app
