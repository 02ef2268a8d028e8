// SPDX-License-Identifier: Apache-2.0
#include "bulk_mail.hpp"

namespace field {
namespace {

bool is_machine(const mailcomb::sdk::List& senders) {
  for (std::uint32_t i = 0; i < senders.size(); ++i) {
    const auto address = senders.address(i).address;
    if (address.starts_with("noreply@") || address.starts_with("no-reply@")) return true;
  }
  return false;
}

}  // namespace

BulkMail::BulkMail(const mailcomb::sdk::Config& with)
    : larger_than_(with["larger_than"].integer()) {}

mailcomb::sdk::Verdict BulkMail::evaluate(const mailcomb::sdk::Row& row) const {
  using namespace mailcomb::sdk;
  const auto senders = row.addresses("from");
  const auto size = row.integer("size_bytes");
  const auto list = row.texts("header:list-id");
  if (!senders || !size || !list) return keep(kCannotBeRead);
  if (!list->empty()) return select(kIsListed, list->size());
  if (is_machine(*senders) && *size > larger_than_) return select(kIsLarge, *size);
  return keep(kIsPersonal);
}

}  // namespace field
