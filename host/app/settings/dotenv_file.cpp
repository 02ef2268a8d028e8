// SPDX-License-Identifier: Apache-2.0
#include "app/settings/dotenv_file.hpp"

#include "app/settings/guarded_file.hpp"

namespace mailcomb::app {
namespace {

constexpr const char* kName = ".env";

// In whoever's folder we stand, its .env is theirs; what it says could turn on what we turned off.
std::string refusal_of(const GuardedFile& file, uid_t user) {
  if (file.owner != user)
    return "it belongs to user " + std::to_string(file.owner) + ", not to you";
  if (file.may_everybody_write()) return "everybody may write to it; chmod go-w .env";
  if (file.may_group_write()) return "its group may write to it; chmod go-w .env";
  return {};
}

}  // namespace

Checked<DotenvFile> read_dotenv_file(const std::filesystem::path& folder, uid_t user) {
  const auto path = folder / kName;
  std::error_code error;
  // A folder of that name, as of a Python environment, or a device is none.
  if (!std::filesystem::is_regular_file(path, error)) return DotenvFile{};
  const auto file = read_guarded_file(path, "a list of variables");
  if (!file) return DotenvFile{{}, file.error().message};
  if (auto refusal = refusal_of(*file, user); !refusal.empty()) return DotenvFile{{}, refusal};
  auto variables = config::parse_dotenv(file->text, kName);
  if (!variables) return tl::unexpected(std::move(variables.error()));
  return DotenvFile{std::move(*variables), {}};
}

}  // namespace mailcomb::app
