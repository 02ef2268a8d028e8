// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>

#include <stdexcept>
#include <thread>

#include "contract/store/subject.hpp"
#include "mailcomb/abi/plugin.h"
#include "plugin/descriptor.hpp"
#include "support/memory_store.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::testing {
namespace {

// The only component of the plugin as it is shipped.
plugin::Component component_in(const char* file) {
  static const mailcomb_host host{sizeof(mailcomb_host),
                                  1,
                                  0,
                                  {},
                                  nullptr,
                                  [](void*, std::uint32_t, mailcomb_str) {},
                                  [](void*, mailcomb_str) -> const void* { return nullptr; }};
  void* library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library) throw std::runtime_error(dlerror());
  const auto entry = reinterpret_cast<decltype(&mailcomb_plugin_entry_v1)>(
      dlsym(library, MAILCOMB_PLUGIN_ENTRY_NAME));
  const auto plugin = plugin::read_descriptor(entry(&host));
  if (!plugin) throw std::runtime_error(to_text(plugin.error()));
  return plugin->components.at(0);
}

class SqliteSubject : public StoreSubject {
 public:
  plugin::Component component() const override {
    static const plugin::Component component = component_in(MAILCOMB_STORE_SQLITE);
    return component;
  }
  sdk::Value config() const override {
    return sdk::Value::map({{"path", (folder_ / "store.db").string()}});
  }
  void let_pass(std::chrono::milliseconds time) override { std::this_thread::sleep_for(time); }

 private:
  ScratchFolder folder_;
};

class MemorySubject : public StoreSubject {
 public:
  MemorySubject() { disk() = {}; }
  plugin::Component component() const override { return memory_component(); }
  sdk::Value config() const override { return sdk::Value::map({{"disk", "contract"}}); }
  void let_pass(std::chrono::milliseconds time) override { disk().now += time; }

 private:
  static MemoryDisk& disk() { return memory_disk("contract"); }
};

template <class Subject>
std::unique_ptr<StoreSubject> make() {
  return std::make_unique<Subject>();
}

}  // namespace

std::vector<StoreImplementation> all_stores() {
  auto stores = durable_stores();
  stores.push_back({"memory", make<MemorySubject>});
  return stores;
}

std::vector<StoreImplementation> durable_stores() { return {{"sqlite", make<SqliteSubject>}}; }

}  // namespace mailcomb::testing
