// SPDX-License-Identifier: Apache-2.0
#include "plugin/host_services.hpp"

#include <algorithm>

#include "mailcomb/abi/version.h"
#include "mailcomb/text.hpp"
#include "plugin/utf8.hpp"

#define MAILCOMB_TEXT_OF(number) #number
#define MAILCOMB_VERSION_TEXT(major, minor, patch) \
  MAILCOMB_TEXT_OF(major) "." MAILCOMB_TEXT_OF(minor) "." MAILCOMB_TEXT_OF(patch)

namespace mailcomb::plugin {
namespace {

constexpr std::string_view kVersion =
    MAILCOMB_VERSION_TEXT(MAILCOMB_VERSION_MAJOR, MAILCOMB_VERSION_MINOR, MAILCOMB_VERSION_PATCH);

const void* no_extension(void*, mailcomb_str) noexcept { return nullptr; }

}  // namespace

HostServices::HostServices(PluginLog log) : log_(std::move(log)) {
  abi_.struct_size = sizeof abi_;
  abi_.abi_major = MAILCOMB_ABI_MAJOR;
  abi_.abi_minor = MAILCOMB_ABI_MINOR;
  abi_.version = sdk::slice(kVersion);
  abi_.context = this;
  abi_.log = [](void* context, std::uint32_t level, mailcomb_str text) noexcept {
    if (text.data) static_cast<HostServices*>(context)->log(level, printable(sdk::view(text)));
  };
  abi_.extension = no_extension;
}

std::string HostServices::last_line() const {
  const std::lock_guard lock(mutex_);
  return last_line_;
}

void HostServices::log(std::uint32_t level, std::string text) {
  const std::lock_guard lock(mutex_);
  last_line_ = std::move(text);
  if (log_) log_(std::min<std::uint32_t>(level, MAILCOMB_LOG_WARNING), last_line_);
}

}  // namespace mailcomb::plugin
