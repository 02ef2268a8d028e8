// SPDX-License-Identifier: Apache-2.0
// HostServices: what the host offers a loaded plugin (abi/host.h).
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "mailcomb/abi/host.h"

namespace mailcomb::plugin {

// `level` is a MAILCOMB_LOG_; a number that the host does not know arrives as a warning. `text` is
// one line. Called from any thread, until the process ends.
using PluginLog = std::function<void(std::uint32_t level, std::string_view text)>;

// Must live until the process ends: a loaded plugin keeps its address.
class HostServices {
 public:
  explicit HostServices(PluginLog log);
  HostServices(const HostServices&) = delete;
  HostServices& operator=(const HostServices&) = delete;

  const mailcomb_host* abi() const { return &abi_; }

  // What the plugin logged last, or empty.
  std::string last_line() const;

 private:
  void log(std::uint32_t level, std::string text);

  PluginLog log_;
  mailcomb_host abi_{};
  mutable std::mutex mutex_;
  std::string last_line_;
};

}  // namespace mailcomb::plugin
