// SPDX-License-Identifier: Apache-2.0
// Descriptor: what a plugin's entry function answers, checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/abi/plugin.h"
#include "plugin/component.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

struct Descriptor {
  std::string plugin;
  std::string version;
  std::uint16_t abi_major = 0;
  std::uint16_t abi_minor = 0;
  std::vector<Component> components;  // Without `file` and `sha256`.
};

// `plugin` is not NULL. Fails with kInvalid and a message that names the wrong part, to be printed
// behind the name of the file.
Result<Descriptor> read_descriptor(const mailcomb_plugin* plugin);

// The first slot that every component of that kind must have and this one lacks, or empty.
std::string_view missing_slot(Kind kind, const void* functions);

}  // namespace mailcomb::plugin
