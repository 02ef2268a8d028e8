// SPDX-License-Identifier: Apache-2.0
// Has a component of its own, and one of the same name as the good plugin.
#include "mailcomb/plugin.hpp"

namespace {

using namespace mailcomb;

struct Read {
  explicit Read(const sdk::Config&) {}
  sdk::Value filter() const { return sdk::Value::map({{"is", "read"}}); }
};

}  // namespace

MAILCOMB_PLUGIN("duplicate", "1.0.0", plugin) {
  plugin.rule<Read>("test.short", "Another one");
  plugin.rule<Read>("test.read", "Read messages");
}
