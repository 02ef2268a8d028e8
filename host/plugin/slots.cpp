// SPDX-License-Identifier: Apache-2.0
#include <initializer_list>

#include "mailcomb/abi/provider.h"
#include "mailcomb/abi/rule.h"
#include "mailcomb/abi/store.h"
#include "plugin/descriptor.hpp"

namespace mailcomb::plugin {
namespace {

struct Slot {
  std::string_view name;
  bool is_set;
};

std::string_view first_unset(std::initializer_list<Slot> slots) {
  for (const Slot& slot : slots)
    if (!slot.is_set) return slot.name;
  return {};
}

std::string_view missing(const mailcomb_provider& provider) {
  return first_unset({{"open", provider.open != nullptr},
                      {"close", provider.close != nullptr},
                      {"describe", provider.describe != nullptr},
                      {"plan_scan", provider.plan_scan != nullptr},
                      {"scan_open", provider.scan_open != nullptr},
                      {"scan_next", provider.scan_next != nullptr},
                      {"scan_close", provider.scan_close != nullptr},
                      {"observe", provider.observe != nullptr}});
}

std::string_view missing(const mailcomb_rule_type& type) {
  return first_unset(
      {{"create", type.create != nullptr},
       {"destroy", type.destroy != nullptr},
       {"describe", type.describe != nullptr},
       {"filter or evaluate", type.filter != nullptr || type.evaluate != nullptr},
       {"evaluate, which finish needs", type.finish == nullptr || type.evaluate != nullptr}});
}

std::string_view missing(const mailcomb_store_type& store) {
  return first_unset({{"open", store.open != nullptr},
                      {"close", store.close != nullptr},
                      {"describe", store.describe != nullptr},
                      {"append", store.append != nullptr},
                      {"commit", store.commit != nullptr},
                      {"read", store.read != nullptr},
                      {"remove", store.remove != nullptr},
                      {"get_document", store.get_document != nullptr},
                      {"put_document", store.put_document != nullptr},
                      {"take_lease", store.take_lease != nullptr},
                      {"drop_lease", store.drop_lease != nullptr}});
}

}  // namespace

std::string_view missing_slot(Kind kind, const void* functions) {
  switch (kind) {
    case Kind::kProvider: return missing(read_struct<mailcomb_provider>(functions));
    case Kind::kRule: return missing(read_struct<mailcomb_rule_type>(functions));
    case Kind::kStore: return missing(read_struct<mailcomb_store_type>(functions));
  }
  return {};
}

}  // namespace mailcomb::plugin
