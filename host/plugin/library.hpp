// SPDX-License-Identifier: Apache-2.0
// Library: a plugin's shared library in this process. The only user of Boost.DLL.
#pragma once

#include <filesystem>

#include "mailcomb/abi/plugin.h"
#include "plugin/host_services.hpp"
#include "support/error.hpp"

namespace boost::dll {
class shared_library;
}

namespace mailcomb::plugin {

// Stays loaded until the process ends: unloading is not dependable (thread_local destructors,
// unique symbols), and what a plugin gave would dangle.
class Library {
 public:
  using Entry = const mailcomb_plugin* (*)(const mailcomb_host*);

  // `file` is absolute and was probed: loading a wrong one may kill the process.
  static Result<Library> load(const std::filesystem::path& file);

  // The entry function of this ABI; its error names the ABI that the library was built for.
  Result<Entry> find_entry() const;

 private:
  explicit Library(const boost::dll::shared_library* library) : library_(library) {}

  const boost::dll::shared_library* library_;
};

// What the entry function answers, not yet checked. Fails if it refuses or throws.
Result<const mailcomb_plugin*> call_entry(Library::Entry entry, const HostServices& services);

}  // namespace mailcomb::plugin
