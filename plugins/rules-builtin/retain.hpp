// SPDX-License-Identifier: Apache-2.0
// retain: keeps the newest messages of each sender, list, conversation or subject; selects the others.
#pragma once

#include <string>
#include <vector>

#include "mailcomb/plugin.hpp"
#include "rules-builtin/retention.hpp"
#include "rules-builtin/text_hash.hpp"

namespace mailcomb::rules_builtin {

// Messages without the key by which they are grouped, and those of unknown or future date, take no
// place and are kept as unknown.
class Retain {
 public:
  static void describe(sdk::Component& component);

  explicit Retain(const sdk::Config& with);
  std::vector<std::string> columns() const;
  sdk::Value filters() const;
  bool conversations() const { return per_ == Per::kThread; }
  sdk::Verdict observe(const sdk::Row& row);
  void finish(sdk::FinalVerdicts& verdicts);

 private:
  enum class Per : std::uint8_t { kSender, kList, kThread, kSubject };

  std::uint16_t reason(std::uint16_t reason) const;
  std::string group_of(const sdk::Row& row) const;
  void leave_out_the_future(sdk::FinalVerdicts& verdicts);
  void tell(const Retention& retention, sdk::FinalVerdicts& verdicts) const;

  Per per_;
  std::string within_;  // As `newer_than:` takes it, or empty.
  RetentionPolicy policy_;
  TextHash hash_;
  std::vector<Retained> messages_;
};

}  // namespace mailcomb::rules_builtin
