// SPDX-License-Identifier: Apache-2.0
// Journals a run of so many actions as apply does, without a mailbox: journal-writer PLUGIN STORE
// ACTIONS ACTIONS_PER_BATCH
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "journal/recorder.hpp"
#include "plugin/loaded_plugin.hpp"
#include "plugin/store.hpp"

namespace mailcomb {
namespace {

Time clock() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void expect(const Result<void>& done) {
  if (done) return;
  std::fprintf(stderr, "%s\n", to_text(done.error()).c_str());
  std::exit(1);
}

template <class T>
T expect(Result<T> made) {
  if (!made) expect(Result<void>(tl::unexpected(made.error())));
  return std::move(*made);
}

// As the rule archive-old-promotions makes them on a Maildir.
std::vector<journal::Intent> make_intents(std::int64_t count, std::int64_t per_batch) {
  std::vector<journal::Intent> intents;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto name = std::to_string(1'000'000'000 + i) + ".M1P1.mail.bench.example,S=4711";
    journal::Intent intent;
    intent.message_id = name;
    intent.batch = i / per_batch;
    intent.actions = {{mail::Action{mail::Action::Kind::kArchive, {}}, "archive-old-promotions",
                       "category: promotions (derived), older_than: 30d"}};
    intent.prior = {0, mail::Location::kInbox, "INBOX", {}};
    intent.expected = mail::after(intent.prior, journal::actions_of(intent));
    intent.restore = sdk::Value::map({{"path", "cur/" + name + ":2,S"}, {"inode", i}});
    intents.push_back(std::move(intent));
  }
  return intents;
}

void write_run(plugin::Store& store, const std::vector<journal::Intent>& intents,
               std::size_t per_batch) {
  journal::RunHeader header;
  header.run_id = "bench";
  header.kind = journal::RunKind::kApply;
  header.started_at = header.now = clock();
  journal::Recorder recorder(store, clock, header.run_id);
  expect(recorder.begin(header, intents, {}));
  journal::Tally tally;
  for (std::size_t at = 0; at < intents.size(); at += per_batch) {
    const auto batch = static_cast<std::int64_t>(at / per_batch);
    expect(recorder.start_batch(batch));
    std::vector<journal::MessageResult> results;
    for (std::size_t i = at; i < std::min(at + per_batch, intents.size()); ++i)
      results.push_back({intents[i].message_id, journal::Outcome::kDone, ""});
    expect(recorder.add_results(results, batch));
    tally.done += static_cast<std::int64_t>(results.size());
  }
  expect(recorder.end({journal::RunStatus::kCompleted, tally}));
}

}  // namespace
}  // namespace mailcomb

int main(int argc, char** argv) {
  using namespace mailcomb;
  if (argc != 5) {
    std::fputs("usage: journal-writer PLUGIN STORE ACTIONS ACTIONS_PER_BATCH\n", stderr);
    return 64;
  }
  const auto plugin = expect(plugin::load_plugin(argv[1], plugin::stamp_of(argv[1]), {}));
  const auto per_batch = std::strtoll(argv[4], nullptr, 10);
  auto store = expect(plugin::Store::open(plugin.descriptor.components.at(0),
                                          sdk::Value::map({{"path", argv[2]}}), journal::tables(),
                                          journal::kSchemaVersion));
  write_run(store, make_intents(std::strtoll(argv[3], nullptr, 10), per_batch),
            static_cast<std::size_t>(per_batch));
}
