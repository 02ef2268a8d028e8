// SPDX-License-Identifier: Apache-2.0
// Maildir: the provider of Maildir++ mailboxes.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "mailcomb/provider.hpp"
#include "maildir/root.hpp"
#include "maildir/scan.hpp"
#include "posix/disk.hpp"

namespace mailcomb::local_mail {

// What each function does stands in abi/provider.h.
class Maildir {
 public:
  using Scan = MaildirScan;

  // {path, labels}: labels is `none` (the default) or `headers`. `disk` must outlive it.
  explicit Maildir(const sdk::Config& config, Disk& disk = real_disk());

  sdk::Value describe() const;
  sdk::ScanPlan plan_scan(std::span<const std::string> columns, const sdk::Value* filter) const;
  std::unique_ptr<Scan> scan(std::span<const std::string> columns, const sdk::Value* filter) const;
  void observe(const sdk::Call& call, std::span<const mailcomb_str> ids,
               std::span<const std::string> columns, sdk::RowWriter& rows) const;
  sdk::Value prepare(std::span<const mailcomb_str> actions) const;
  void apply(const sdk::Call& call, std::span<const mailcomb_change> changes,
             sdk::Outcomes& outcomes) const;
  void retire(const sdk::Value& creations) const;
  void lock() const;
  void unlock() const noexcept;

 private:
  Root root_;
  LabelSource labels_;
  Disk& disk_;
};

}  // namespace mailcomb::local_mail
