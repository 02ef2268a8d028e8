// SPDX-License-Identifier: Apache-2.0
// Registry: the components of all plugins found, and the way to their code.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/component.hpp"
#include "plugin/discovery.hpp"
#include "plugin/loaded_plugin.hpp"
#include "plugin/pins.hpp"
#include "plugin/probe.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

// Used by one thread.
class Registry {
 public:
  // Discovers and probes, and never fails: what is wrong with a plugin is a problem, and all others
  // still work. `log` gets what loaded plugins say, until the process ends.
  Registry(const SearchPath& path, uid_t user, const Prober& prober, PluginLog log,
           const Pins& pins = {});

  // Those that could be probed, in the order of the search path.
  const std::vector<ProbedPlugin>& plugins() const { return plugins_; }
  // In the same order; (kind, name) is unique.
  const std::vector<ComponentInfo>& components() const { return components_; }
  // What was refused, with its file as the origin.
  const std::vector<Error>& problems() const { return problems_; }

  // Fails with kInvalid and the names that there are.
  Result<ComponentInfo> find(Kind kind, std::string_view name) const;

  // Brings the component's code into this process, at its first use. `info` is one of ours; the
  // answer's has the SHA-256 of the file.
  Result<Component> load(const ComponentInfo& info);

  // Sees every call into components that are loaded from now on.
  void observe(CallObserver* observer) { observer_ = observer; }

 private:
  void add(ProbedPlugin plugin);
  void add(ComponentInfo component);

  PluginLog log_;
  CallObserver* observer_ = nullptr;
  std::vector<ProbedPlugin> plugins_;
  std::vector<ComponentInfo> components_;
  std::vector<Error> problems_;
  std::map<std::filesystem::path, FileStamp> stamps_;
  std::map<std::filesystem::path, LoadedPlugin> loaded_;
};

}  // namespace mailcomb::plugin
