// SPDX-License-Identifier: Apache-2.0
#include "pipeline/hold.hpp"

namespace mailcomb::pipeline {
namespace {

constexpr std::chrono::minutes kLeaseTime(15);

tl::unexpected<Error> held_by(const std::string& account, const std::string& holder) {
  return fail(Fault::kLocked, "mailbox '" + account + "' is being changed by " + holder,
              "wait until it is done, and try again");
}

// A lease is looked at by asking for it; what we then get by mistake goes back at once.
std::string holder_of(plugin::Store& store, const std::string& lease, const std::string& us) {
  const auto taken = store.take_lease(lease, us, kLeaseTime);
  if (taken && !taken->fence) return taken->holder;
  if (taken) (void)store.drop_lease(lease, *taken->fence);
  return "a process that uses another store";
}

}  // namespace

struct Hold::Release {
  Release(plugin::Mailbox& mailbox_, plugin::Store& store_, std::string lease_, std::string holder_)
      : mailbox(mailbox_), store(store_), lease(std::move(lease_)), holder(std::move(holder_)) {}
  Release(const Release&) = delete;
  Release& operator=(const Release&) = delete;
  ~Release() {
    // A lease that cannot be dropped ends by its time.
    if (fence != 0) (void)store.drop_lease(lease, fence);
    if (mailbox.has_lock()) mailbox.unlock();
  }

  plugin::Mailbox& mailbox;
  plugin::Store& store;
  std::string lease;
  std::string holder;
  std::int64_t fence = 0;
};

Result<Hold> Hold::take(plugin::Mailbox& mailbox, const std::string& provider, plugin::Store& store,
                        std::string holder) {
  const auto& account = mailbox.description().account;
  const std::string lease = "mailbox:" + provider + ":" + account;
  if (mailbox.has_lock()) {
    if (auto locked = mailbox.lock(); !locked) {
      if (locked.error().fault != Fault::kLocked) return tl::unexpected(locked.error());
      return held_by(account, holder_of(store, lease, holder));
    }
  }
  auto release = std::make_shared<Release>(mailbox, store, lease, std::move(holder));
  // Whoever had the provider's lock before is gone: its lease is only what it left behind.
  const auto takeover = mailbox.has_lock() ? plugin::Takeover::kForce : plugin::Takeover::kNo;
  const auto taken = store.take_lease(lease, release->holder, kLeaseTime, takeover);
  if (!taken) return tl::unexpected(taken.error());
  if (!taken->fence) return held_by(account, taken->holder);
  release->fence = *taken->fence;
  return Hold(std::move(release));
}

Result<void> Hold::renew() {
  const auto taken = release_->store.take_lease(release_->lease, release_->holder, kLeaseTime);
  if (!taken) return tl::unexpected(taken.error());
  if (!taken->fence || *taken->fence != release_->fence)
    return held_by(release_->mailbox.description().account, taken->holder);
  return {};
}

}  // namespace mailcomb::pipeline
