// SPDX-License-Identifier: Apache-2.0
// Component: one provider, rule type or store of a plugin, as the host knows it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>

#include "mailcomb/abi/plugin.h"

namespace mailcomb::plugin {

class CallObserver;

enum class Kind : std::uint32_t {
  kProvider = MAILCOMB_KIND_PROVIDER,
  kRule = MAILCOMB_KIND_RULE,
  kStore = MAILCOMB_KIND_STORE,
};

// "provider", "rule type" or "store".
std::string_view to_word(Kind kind);

// What is known of a component without its code in this process.
struct ComponentInfo {
  Kind kind = Kind::kProvider;
  std::string name;
  std::string title;
  std::string schema;    // JSON Schema of the configuration: one object.
  std::string argument;  // The property that ARG of TYPE:ARG fills, or empty.
  std::string plugin;
  std::string plugin_version;
  std::filesystem::path file;  // Absolute, or empty if it is not from a file.
  std::string sha256;          // Of the file, in lower-case hex; empty until it is loaded.
};

// A component whose code is in this process; it stays for the life of the process.
struct Component {
  ComponentInfo info;
  const void* functions = nullptr;   // As checked by read_descriptor.
  CallObserver* observer = nullptr;  // Of every call into it; outlives it.
};

// A struct of the ABI that the other side filled, as this host knows it: what that side does not
// have is zero, so that a slot it lacks is NULL.
template <class Struct>
Struct read_struct(const void* from) {
  std::uint32_t size = 0;
  std::memcpy(&size, from, sizeof size);
  size -= size % sizeof(void*);  // Never half a slot.
  Struct read{};
  std::memcpy(static_cast<void*>(&read), from, std::min<std::size_t>(size, sizeof read));
  return read;
}

}  // namespace mailcomb::plugin
