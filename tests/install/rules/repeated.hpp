// SPDX-License-Identifier: Apache-2.0
// Repeated: selects mail whose subject comes too often, which nobody knows before the last message.
#pragma once

#include <mailcomb/rule.hpp>

#include <map>
#include <string>
#include <vector>

namespace field {

class Repeated {
 public:
  enum Reason : std::uint16_t { kIsRepeated, kIsRare, kHasNoSubject };

  explicit Repeated(const mailcomb::sdk::Config& with) : times_(with["times"].integer()) {}
  std::vector<std::string> columns() const { return {"subject"}; }

  mailcomb::sdk::Verdict observe(const mailcomb::sdk::Row& row) {
    using namespace mailcomb::sdk;
    const auto subject = row.text("subject");
    if (!subject || subject->empty()) return unknown(kHasNoSubject);
    ordinals_[std::string(*subject)].push_back(row.ordinal());
    return later();
  }

  void finish(mailcomb::sdk::FinalVerdicts& verdicts) {
    using namespace mailcomb::sdk;
    for (const auto& [subject, ordinals] : ordinals_)
      for (const auto ordinal : ordinals)
        verdicts.answer(ordinal, std::ssize(ordinals) < times_
                                     ? keep(kIsRare, std::ssize(ordinals))
                                     : select(kIsRepeated, std::ssize(ordinals)));
  }

 private:
  std::int64_t times_;
  std::map<std::string, std::vector<std::uint64_t>> ordinals_;  // By subject.
};

}  // namespace field
