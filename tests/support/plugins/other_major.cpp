// SPDX-License-Identifier: Apache-2.0
// Built for an ABI that does not exist yet.
extern "C" __attribute__((visibility("default"))) const void* mailcomb_plugin_entry_v2(
    const void*) {
  return nullptr;
}
