// SPDX-License-Identifier: Apache-2.0
// MemoryJournal: an empty journal in memory that a test can open again, or let fail at any call.
#pragma once

#include "journal/history.hpp"
#include "journal/recorder.hpp"
#include "journal/tables.hpp"
#include "plugin/store.hpp"
#include "support/memory_store.hpp"
#include "support/message_table.hpp"

namespace mailcomb::testing {

class MemoryJournal {
 public:
  MemoryJournal() { disk() = {}; }

  // Each of them is another process's: what the others did not commit is not there.
  Result<plugin::Store> try_open() const {
    return plugin::Store::open(memory_component(), sdk::Value::map({{"disk", "journal"}}),
                               journal::tables(), journal::kSchemaVersion);
  }
  plugin::Store open() const { return try_open().value(); }
  MemoryDisk& disk() const { return memory_disk("journal"); }

  journal::Run load(const std::string& run = "run1") const {
    auto store = open();
    return journal::load_run(store, run).value();
  }
};

inline journal::RunHeader run_header(std::string run_id = "run1",
                                     journal::RunKind kind = journal::RunKind::kApply) {
  journal::RunHeader header;
  header.run_id = std::move(run_id);
  header.kind = kind;
  header.started_at = kNow + std::chrono::seconds(5);
  header.now = kNow;
  header.policy = "tidy";
  header.policy_digest = "d1";
  header.provider = "recording";
  header.account = "ann";
  header.mailbox = sdk::Value::map({{"path", "~/Mail"}, {"depth", 3}});
  header.version = "0.1.0";
  return header;
}

// What happens to one message of the inbox.
inline journal::Intent intent(std::string id, const char* action = "trash",
                              std::int64_t batch = 0) {
  journal::Intent intent;
  intent.message_id = std::move(id);
  intent.batch = batch;
  intent.actions = {{*mail::parse_action(action), "rule", "older_than: 30d"}};
  intent.prior = {MAILCOMB_FLAG_UNREAD, mail::Location::kInbox, "INBOX", {}};
  intent.expected = mail::after(intent.prior, journal::actions_of(intent));
  intent.restore = sdk::Value::map({{"path", "new/1"}});
  return intent;
}

inline journal::Clock clock_at_now() {
  return [] { return kNow; };
}

}  // namespace mailcomb::testing
