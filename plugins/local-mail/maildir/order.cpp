// SPDX-License-Identifier: Apache-2.0
#include "maildir/order.hpp"

#include <span>

#include "mailcomb/text.hpp"
#include "mailcomb/value.hpp"

namespace mailcomb::local_mail {

Order make_order(const mailcomb_change& change) {
  Order order;
  order.base = find_base(sdk::view(change.id)).value_or("");
  if (!change.restore) {
    order.intent = make_intent(std::span(change.actions, change.action_count));
    return order;
  }
  const auto value = sdk::read_value(*change.restore);
  order.token = value ? parse_token(*value) : std::nullopt;
  if (!order.token) order.intent.error = "the restore token is none that a Maildir gave";
  return order;
}

}  // namespace mailcomb::local_mail
