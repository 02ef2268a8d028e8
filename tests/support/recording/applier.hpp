// SPDX-License-Identifier: Apache-2.0
// Applier: one apply, done as the file's behaviour says.
#pragma once

#include <cstdint>
#include <span>

#include "mailcomb/provider.hpp"
#include "support/recording/file.hpp"

namespace mailcomb::recording {

Json to_json(std::span<const mailcomb_change> changes);

class Applier {
 public:
  Applier(MailboxFile& file, const sdk::Call& call, sdk::Outcomes& outcomes)
      : file_(file), call_(call), outcomes_(outcomes) {}

  // Saves the file in any case; then throws if the behaviour says so.
  void apply(std::span<const mailcomb_change> changes);

 private:
  bool is_told(const char* behaviour, std::int64_t number) const;
  bool is_gone(const mailcomb_change& change) const;
  void apply_one(const mailcomb_change& change, std::size_t at, std::int64_t number);
  void change_message(Json& message, const mailcomb_change& change);

  MailboxFile& file_;
  const sdk::Call& call_;
  sdk::Outcomes& outcomes_;
};

}  // namespace mailcomb::recording
