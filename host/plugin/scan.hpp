// SPDX-License-Identifier: Apache-2.0
// Scan: pulls the messages of a mailbox batch by batch.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mailcomb/abi/provider.h"
#include "plugin/batch.hpp"
#include "plugin/batch_builder.hpp"
#include "plugin/call.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

// The plugin's mailbox; closed when nobody refers to it any more, so that no scan outlives it.
struct OpenMailbox {
  OpenMailbox(Caller caller_, const mailcomb_provider& functions_)
      : caller(std::move(caller_)), functions(functions_) {}
  ~OpenMailbox() {
    if (handle) functions.close(handle);
  }
  OpenMailbox(const OpenMailbox&) = delete;
  OpenMailbox& operator=(const OpenMailbox&) = delete;

  Caller caller;
  mailcomb_provider functions;
  mailcomb_mailbox* handle = nullptr;
};

class Scan {
 public:
  // `scan` is the plugin's, of that mailbox; this closes it.
  Scan(std::shared_ptr<OpenMailbox> mailbox, mailcomb_scan* scan, std::vector<ColumnSpec> columns);

  // At most `rows_max` rows, at least one; empty at the end. After an error the scan is over, and
  // the next call says the end.
  Result<std::optional<Batch>> next(std::uint64_t rows_max);

  // How much of it is done, from 0 to 1; empty if the provider does not tell, or it is over.
  std::optional<double> share() const;

  // All so far, in the order they were met.
  const std::vector<Skip>& skips() const { return skips_; }

 private:
  struct Close {
    std::shared_ptr<OpenMailbox> mailbox;
    void operator()(mailcomb_scan* scan) const { mailbox->functions.scan_close(scan); }
  };

  Result<std::optional<Batch>> take_batch();

  std::shared_ptr<OpenMailbox> mailbox_;
  std::unique_ptr<mailcomb_scan, Close> scan_;  // Empty once the scan is over.
  BatchBuilder rows_;
  std::vector<Skip> skips_;
  std::uint64_t ordinal_ = 0;
};

// The ordinal of a row without an id, if there is one.
std::optional<std::uint32_t> find_row_without_id(const Batch& batch);

}  // namespace mailcomb::plugin
