// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include "plugin/mailbox.hpp"
#include "plugin/request.hpp"
#include "plugin/utf8.hpp"

namespace mailcomb::plugin {
namespace {

// The changes of one apply in the ABI's form; borrows from them.
class ChangeList {
 public:
  explicit ChangeList(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
      const auto& actions = actions_.emplace_back(slices(change.actions));
      changes_.push_back(
          {sdk::slice(change.id), actions.data(), actions.size(), token(change.restore)});
    }
  }
  const std::vector<mailcomb_change>& abi() const { return changes_; }

 private:
  const mailcomb_value* token(const std::optional<sdk::Value>& restore) {
    if (!restore) return nullptr;
    return &tokens_.emplace_back(flat_.emplace_back(*restore).abi());
  }

  // Deques: what is in them is pointed to while they grow.
  std::deque<std::vector<mailcomb_str>> actions_;
  std::deque<sdk::FlatValue> flat_;
  std::deque<mailcomb_value> tokens_;
  std::vector<mailcomb_change> changes_;
};

// Takes what the provider says of each change.
class OutcomeSink {
 public:
  explicit OutcomeSink(std::size_t count) : outcomes_(count) {}

  mailcomb_outcomes abi() {
    return {sizeof(mailcomb_outcomes), 0, this,
            [](void* context, std::uint64_t change, std::uint32_t outcome,
               mailcomb_str detail) noexcept {
              static_cast<OutcomeSink*>(context)->set(change, outcome, detail);
            }};
  }
  const std::string& misuse() const { return misuse_; }
  std::vector<Outcome> take() { return std::move(outcomes_); }

 private:
  void set(std::uint64_t change, std::uint32_t outcome, mailcomb_str detail) {
    if (change >= outcomes_.size()) {
      misuse_ = "it gave an outcome for change number " + std::to_string(change) + " of " +
                std::to_string(outcomes_.size());
    } else if (outcome < MAILCOMB_CHANGE_DONE || outcome > MAILCOMB_CHANGE_FAILED) {
      misuse_ = "it gave " + std::to_string(outcome) + " as an outcome";
    } else {
      outcomes_[change] = {static_cast<OutcomeKind>(outcome),
                           detail.data ? printable(sdk::view(detail)) : std::string()};
    }
  }

  std::vector<Outcome> outcomes_;
  std::string misuse_;
};

}  // namespace

ApplyReport Mailbox::apply(const std::vector<Change>& changes) {
  const Caller& caller = open_->caller;
  OutcomeSink sink(changes.size());
  const auto refuse = [&](Fault fault, std::string_view why) {
    return ApplyReport{sink.take(), fail(fault, caller.name() + ": " + std::string(why)).value()};
  };
  if (!open_->functions.apply) return refuse(Fault::kInvalid, "the mailbox is read-only");
  if (changes.size() > static_cast<std::size_t>(description_.changes_per_batch))
    return refuse(Fault::kInternal, "more changes at once than changes_per_batch");
  const ChangeList list(changes);
  const mailcomb_outcomes outcomes = sink.abi();
  const auto called = caller.call("apply", [&](const mailcomb_call* call) {
    return open_->functions.apply(open_->handle, call, list.abi().data(), list.abi().size(),
                                  &outcomes);
  });
  std::optional<Error> error;
  if (!sink.misuse().empty()) error = caller.bug("apply", sink.misuse());
  if (!called) error = called.error();
  return {sink.take(), std::move(error)};
}

Result<std::optional<MailboxChanges>> Mailbox::changes_since(std::string_view cursor) {
  using Answer = std::optional<MailboxChanges>;
  if (!open_->functions.changes_since) return Answer();
  const Caller& caller = open_->caller;
  BatchBuilder rows({{"id", MAILCOMB_COLUMN_UTF8}});
  bool is_too_old = false;
  const auto next = caller.call_for_value("changes_since", [&](const auto* call, const auto* to) {
    const mailcomb_row_writer writer = rows.writer();
    const mailcomb_status status =
        open_->functions.changes_since(open_->handle, call, sdk::slice(cursor), &writer, to);
    is_too_old = status == MAILCOMB_UNSUPPORTED;
    return status;
  });
  if (is_too_old) return Answer();
  if (!rows.misuse().empty()) return tl::unexpected(caller.bug("changes_since", rows.misuse()));
  if (!next) return tl::unexpected(next.error());
  if (!next->is(sdk::Value::Kind::kText))
    return tl::unexpected(caller.bug("changes_since", "the next cursor is not text"));
  MailboxChanges changes{{}, next->text()};
  const Batch batch = rows.finish();
  for (std::uint32_t row = 0; row < batch.row_count(); ++row)
    changes.ids.emplace_back(batch.row(row).text("id").value_or(""));
  return Answer(std::move(changes));
}

}  // namespace mailcomb::plugin
