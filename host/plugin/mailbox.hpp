// SPDX-License-Identifier: Apache-2.0
// Mailbox: an open provider. What the plugin answers is checked before it is believed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/provider.hpp"
#include "plugin/batch.hpp"
#include "plugin/batch_builder.hpp"
#include "plugin/call.hpp"
#include "plugin/component.hpp"
#include "plugin/mailbox_description.hpp"
#include "plugin/scan.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

// Messages as they are now: a row for each that exists, none for one that is gone.
struct Observation {
  Batch batch;  // Its columns are those of the request, after `id` if the request lacks it.
  std::vector<Skip> skips;
};

struct Change {
  std::string id;
  std::vector<std::string> actions;
  std::optional<sdk::Value> restore;  // In an undo.
};

enum class OutcomeKind : std::uint32_t {
  kUntried = MAILCOMB_CHANGE_UNTRIED,
  kDone = MAILCOMB_CHANGE_DONE,
  kGone = MAILCOMB_CHANGE_GONE,
  kFailed = MAILCOMB_CHANGE_FAILED,
};

struct Outcome {
  OutcomeKind kind = OutcomeKind::kUntried;
  std::string detail;  // Why it failed.

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// One outcome for each change, also after an error: what was told before it counts.
struct ApplyReport {
  std::vector<Outcome> outcomes;
  std::optional<Error> error;
};

struct MailboxChanges {
  std::vector<std::string> ids;
  std::string cursor;  // For the next time.
};

// One call at a time; never apply, retire or undo during a scan. Closes when it and its scans are
// gone.
class Mailbox {
 public:
  // `config` is validated and has its defaults.
  static Result<Mailbox> open(const Component& component, const sdk::Value& config,
                              StopAsked stop = {});
  Mailbox(Mailbox&&) = default;
  Mailbox& operator=(Mailbox&&) = default;

  const MailboxDescription& description() const { return description_; }

  // `columns` are those that the description has; without a filter every message is meant. `search`
  // of the answer is never a number that the host does not know.
  Result<sdk::ScanPlan> plan_scan(const std::vector<std::string>& columns,
                                  const std::optional<sdk::Value>& filter);
  Result<Scan> open_scan(const std::vector<std::string>& columns,
                         const std::optional<sdk::Value>& filter = {});

  // Fails also if the provider answers for a message that was not asked for. Never asked to stop:
  // what became of an interrupted batch has to be seen.
  Result<Observation> observe(const std::vector<std::string>& ids,
                              std::vector<std::string> columns);

  // What apply would have to create; null if nothing.
  Result<sdk::Value> prepare(const std::vector<std::string>& actions);
  // At most `changes_per_batch` of the description.
  ApplyReport apply(const std::vector<Change>& changes);
  Result<void> retire(const sdk::Value& creations);

  bool has_lock() const { return lock_.lock != nullptr; }
  Result<void> lock();  // Fails with kLocked if somebody else holds it.
  void unlock();

  // Empty if the provider does not offer it, or the cursor is too old: scan anew.
  Result<std::optional<MailboxChanges>> changes_since(std::string_view cursor);

 private:
  explicit Mailbox(std::shared_ptr<OpenMailbox> open) : open_(std::move(open)) {}
  Result<void> describe();
  void find_lock();

  std::shared_ptr<OpenMailbox> open_;
  MailboxDescription description_;
  mailcomb_mailbox_lock lock_{};
};

}  // namespace mailcomb::plugin
