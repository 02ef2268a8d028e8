// SPDX-License-Identifier: Apache-2.0
// What --mailbox and --store name: an entry of mailcomb.yaml, or TYPE:ARG.
#pragma once

#include <string>

#include "app/settings/settings.hpp"
#include "config/folders.hpp"
#include "plugin/component.hpp"
#include "support/document.hpp"

namespace mailcomb::app {

struct ComponentReference {
  std::string text;                // As it was given.
  bool is_entry = false;           // Of mailcomb.yaml.
  std::string type;                // The component.
  std::string argument;            // Of TYPE:ARG, or empty.
  Node parameters;                 // Of an entry: a mapping.
  config::Folders folders;         // Where its paths start.
  std::vector<std::string> known;  // Names that would have been entries.

  // The parameters as the component is to get them; `key` is the one that ARG fills.
  Node node(const std::string& key) const;
  bool has_more_than(const std::string& key) const;
};

// A name of mailcomb.yaml comes before a type of that name. Whether there is such a component is not
// asked. Fails with kUsage where it is neither.
Result<ComponentReference> read_reference(plugin::Kind kind, const std::string& text,
                                          const Settings& settings, const config::Folders& here);

// For a type that no plugin has, in place of the registry's own error: if it has no colon, it may
// have been meant as a name.
Error unknown_reference(plugin::Kind kind, const ComponentReference& reference, Error error);

}  // namespace mailcomb::app
