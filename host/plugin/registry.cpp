// SPDX-License-Identifier: Apache-2.0
#include "plugin/registry.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "support/suggest.hpp"

namespace mailcomb::plugin {
namespace {

// The first component of that kind and name, or the end.
template <class Components>
auto find_component(Components& components, Kind kind, std::string_view name) {
  return std::find_if(components.begin(), components.end(), [&](const ComponentInfo& info) {
    return info.kind == kind && info.name == name;
  });
}

Error problem_of(const std::filesystem::path& file, std::string what, std::string hint) {
  Error problem = fail(Fault::kInvalid, std::move(what), std::move(hint)).value();
  problem.origin = file.string();
  return problem;
}

}  // namespace

Registry::Registry(const SearchPath& path, uid_t user, const Prober& prober, PluginLog log,
                   const Pins& pins)
    : log_(std::move(log)) {
  Discovery found = discover(path, user);
  problems_ = std::move(found.problems);
  // First, so that a file which is changed while its pin is looked at is not loaded later.
  for (const auto& file : found.files) stamps_[file] = stamp_of(file);
  for (auto& problem : drop_changed(found.files, pins)) problems_.push_back(std::move(problem));
  // Said once, and not for every plugin.
  if (!found.files.empty() && access(prober.runner.c_str(), X_OK) != 0) {
    problems_.push_back(problem_of(prober.runner,
                                   std::string("plugins cannot be probed: ") + std::strerror(errno),
                                   "install mailcomb again"));
    return;
  }
  for (auto& probed : probe_all(found.files, prober)) {
    if (probed) {
      add(std::move(*probed));
    } else {
      problems_.push_back(std::move(probed.error()));
    }
  }
}

void Registry::add(ProbedPlugin plugin) {
  for (const ComponentInfo& component : plugin.components) add(component);
  plugins_.push_back(std::move(plugin));
}

void Registry::add(ComponentInfo component) {
  const auto other = find_component(components_, component.kind, component.name);
  if (other == components_.end()) {
    components_.push_back(std::move(component));
    return;
  }
  problems_.push_back(problem_of(component.file,
                                 std::string(to_word(component.kind)) + " '" + component.name +
                                     "' is not used, since " + other->file.string() +
                                     " has one of that name",
                                 "remove one of the two plugins"));
}

Result<ComponentInfo> Registry::find(Kind kind, std::string_view name) const {
  const auto found = find_component(components_, kind, name);
  if (found != components_.end()) return *found;
  const std::string word(to_word(kind));
  std::vector<std::string_view> names;
  for (const ComponentInfo& info : components_)
    if (info.kind == kind) names.push_back(info.name);
  std::string hint = names.empty() ? "no plugin has a " + word : suggest(name, names, word + "s");
  if (!problems_.empty()) hint += "; 'mailcomb plugins list' shows plugins that could not be used";
  return fail(Fault::kInvalid, "there is no " + word + " '" + std::string(name) + "'",
              std::move(hint));
}

Result<Component> Registry::load(const ComponentInfo& info) {
  auto loaded = loaded_.find(info.file);
  if (loaded == loaded_.end()) {
    auto plugin = load_plugin(info.file, stamps_[info.file], log_);
    if (!plugin) return tl::unexpected(plugin.error());
    loaded = loaded_.emplace(info.file, std::move(*plugin)).first;
  }
  for (const Component& component : loaded->second.descriptor.components)
    if (component.info.kind == info.kind && component.info.name == info.name)
      return Component{component.info, component.functions, observer_};
  return tl::unexpected(problem_of(
      info.file,
      "the plugin no longer has " + std::string(to_word(info.kind)) + " '" + info.name + "'",
      "this is a bug of the plugin; tell its author"));
}

}  // namespace mailcomb::plugin
