// SPDX-License-Identifier: Apache-2.0
#include "config/composition.hpp"

#include <algorithm>

#include "config/component_config.hpp"
#include "config/composition_parts.hpp"
#include "config/composition_schema.hpp"
#include "config/interpolation.hpp"
#include "config/references.hpp"
#include "support/yaml.hpp"

namespace mailcomb::config {
namespace {

template <class Entries>
auto find_entry(const Entries& entries, const std::string& name) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return entry.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

void append(Errors& to, const Errors& errors) { to.insert(to.end(), errors.begin(), errors.end()); }

}  // namespace

const ComponentEntry* Composition::find_mailbox(const std::string& name) const {
  return find_entry(mailboxes, name);
}

const StoreEntry* Composition::find_store(const std::string& name) const {
  return find_entry(stores, name);
}

const Pipeline* Composition::find_pipeline(const std::string& name) const {
  return find_entry(pipelines, name);
}

Checked<Composition> read_composition(const std::string& text, const CompositionFile& file,
                                      const std::filesystem::path& home,
                                      const FindVariable& find_variable) {
  Errors errors;
  auto root = parse_yaml(text, file.name, errors);
  if (!root) return tl::unexpected(std::move(errors));
  interpolate(*root, find_variable, errors);
  if (file.readers == Readers::kOthers) append(errors, find_written_passwords(*root));
  const Folders folders{home, file.path.parent_path()};
  const auto shaped =
      configure({"the configuration", "key"}, std::string(composition_schema()), *root, folders);
  if (!shaped) append(errors, shaped.error());
  Composition composition = read_parts(*root, folders, errors);
  composition.file = file.path;
  composition.readers = file.readers;
  append(errors, find_wrong_references(composition, *root));
  if (errors.empty()) return composition;
  sort_by_place(errors);
  mask_passwords(errors);
  return tl::unexpected(std::move(errors));
}

}  // namespace mailcomb::config
