// SPDX-License-Identifier: Apache-2.0
// RunWalk: follows the events of one run along its chain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/head.hpp"
#include "journal/ledger_record.hpp"
#include "journal/link_check.hpp"
#include "plugin/batch.hpp"

namespace mailcomb::journal {

class RunWalk {
 public:
  // `head` is none if the run has none. Everything must outlive it.
  RunWalk(std::string run_id, const Head* head, const LedgerRecord::Of& entries,
          std::vector<Damage>& damages);

  const std::string& run_id() const { return run_id_; }
  // The run's row in cleanup_runs.
  void header(const plugin::Batch& rows, std::uint32_t row);
  // The next event, in their order.
  void event(const plugin::Batch& rows, std::uint32_t row);
  void end();

 private:
  void find(std::string what) { damages_.push_back({run_id_, std::move(what)}); }
  bool is_adopted(std::int64_t sequence) const {
    return entries_.adopted && sequence <= entries_.adopted->sequence;
  }
  void check_head();
  void adopted_event(const Content& content, std::optional<std::string_view> link);
  void chained_event(std::int64_t sequence, const Content& content,
                     std::optional<std::string_view> link);
  // Behind the rows of an older mailcomb their last link is known again.
  void leave_adopted();

  std::string run_id_;
  const Head* head_;
  const LedgerRecord::Of& entries_;
  std::vector<Damage>& damages_;
  Content content_;
  Chain adopted_;  // The links that the rows of an older mailcomb would have.
  LinkCheck links_;
  std::int64_t next_ = 0;
  bool is_in_adopted_ = false;
};

}  // namespace mailcomb::journal
