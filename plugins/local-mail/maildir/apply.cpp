// SPDX-License-Identifier: Apache-2.0
#include "maildir/apply.hpp"

#include <vector>

#include "maildir/mover.hpp"
#include "maildir/order.hpp"

namespace mailcomb::local_mail {

void apply(int root_fd, Disk& disk, const sdk::Call& call, std::span<const mailcomb_change> changes,
           sdk::Outcomes& outcomes) {
  std::vector<Order> orders;
  for (const auto& change : changes) orders.push_back(make_order(change));
  Mover mover(root_fd, disk, orders);
  std::vector<std::size_t> done;
  for (std::size_t i = 0; i < orders.size() && !call.is_cancelled(); ++i) {
    const Outcome outcome = mover.move(orders[i]);
    switch (outcome.fate) {
      case Fate::kDone: done.push_back(i); break;
      case Fate::kGone: outcomes.gone(i); break;
      case Fate::kFailed: outcomes.failed(i, outcome.why); break;
    }
  }
  mover.sync();
  for (const std::size_t i : done) outcomes.done(i);
}

}  // namespace mailcomb::local_mail
