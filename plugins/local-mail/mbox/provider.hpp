// SPDX-License-Identifier: Apache-2.0
// Mbox: the provider of mbox files, among them the exports of Google Takeout. It only reads.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "mailcomb/provider.hpp"
#include "mbox/index.hpp"
#include "mbox/message_row.hpp"
#include "mbox/scan.hpp"

namespace mailcomb::local_mail {

// What each function does stands in abi/provider.h.
class Mbox {
 public:
  using Scan = MboxScan;

  // {path, labels}: labels is `auto` (the default), `headers` or `none`.
  explicit Mbox(const sdk::Config& config);

  sdk::Value describe() const;
  sdk::ScanPlan plan_scan(std::span<const std::string> columns, const sdk::Value* filter) const;
  std::unique_ptr<Scan> scan(std::span<const std::string> columns, const sdk::Value* filter) const;
  void observe(const sdk::Call& call, std::span<const mailcomb_str> ids,
               std::span<const std::string> columns, sdk::RowWriter& rows);

 private:
  std::string path_;
  std::string account_;
  MboxKind kind_;
  MboxIndex index_;
};

}  // namespace mailcomb::local_mail
