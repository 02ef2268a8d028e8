// SPDX-License-Identifier: Apache-2.0
// Components of a plugin that is part of the test program, as the host would have loaded them.
#pragma once

#include <stdexcept>

#include "mailcomb/plugin.hpp"
#include "plugin/descriptor.hpp"

namespace mailcomb::testing {

// `plugin` must outlive the component.
inline plugin::Component component_of(const sdk::Plugin& plugin, std::size_t index = 0) {
  const auto read = plugin::read_descriptor(plugin.abi());
  if (!read) throw std::logic_error(read.error().message);
  return read->components.at(index);
}

// The whole of an error, as the user sees it.
template <class T>
std::string error_text(const Result<T>& result) {
  return result ? std::string("no error") : to_text(result.error());
}

}  // namespace mailcomb::testing
