// SPDX-License-Identifier: Apache-2.0
#include "plugin/trust.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace mailcomb::plugin {
namespace {

constexpr uid_t kRoot = 0;

tl::unexpected<Error> refuse(const std::filesystem::path& path, std::string why, std::string hint) {
  auto refused = fail(Fault::kInvalid, std::move(why), std::move(hint));
  refused.value().origin = path.string();
  return refused;
}

}  // namespace

Result<void> check_trust(const std::filesystem::path& path, uid_t user) {
  struct stat status;
  if (stat(path.c_str(), &status) != 0)
    return refuse(path, std::string("cannot be read: ") + std::strerror(errno), "");
  const std::string what = S_ISDIR(status.st_mode) ? "folder" : "plugin";
  if ((status.st_mode & S_IWOTH) != 0)
    return refuse(path, "the " + what + " is refused, since everybody may write to it",
                  "take that right away: chmod o-w " + path.string());
  if (status.st_uid != kRoot && status.st_uid != user)
    return refuse(path,
                  "the " + what + " is refused, since it belongs to user " +
                      std::to_string(status.st_uid) + ", who is neither root nor you",
                  "give it to root or to you, if you trust it");
  return {};
}

}  // namespace mailcomb::plugin
