// SPDX-License-Identifier: Apache-2.0
// BulkMail: selects mail from a list, and large mail from machines; reads three columns.
#pragma once

#include <mailcomb/rule.hpp>

namespace field {

class BulkMail {
 public:
  // In the order in which plugin.rule<BulkMail>() gives the texts.
  enum Reason : std::uint16_t { kIsListed, kIsLarge, kIsPersonal, kCannotBeRead };

  explicit BulkMail(const mailcomb::sdk::Config& with);
  std::vector<std::string> columns() const { return {"from", "size_bytes", "header:list-id"}; }
  mailcomb::sdk::Verdict evaluate(const mailcomb::sdk::Row& row) const;

 private:
  std::int64_t larger_than_;
};

}  // namespace field
