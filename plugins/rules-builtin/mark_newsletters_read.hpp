// SPDX-License-Identifier: Apache-2.0
// mark_newsletters_read: newsletters of some age count as read.
#pragma once

#include "rules-builtin/days.hpp"
#include "rules-builtin/newsletter.hpp"

namespace mailcomb::rules_builtin {

class MarkNewslettersRead {
 public:
  explicit MarkNewslettersRead(const sdk::Config& config) : age_(age_from(config)) {}
  // Read ones are selected too: a filter that reads what its action changes would answer otherwise
  // the second time.
  sdk::Value filter() const {
    return sdk::Value::map({{"any", newsletter_headers()}, {"older_than", age_}});
  }
  sdk::Value then() const { return "mark_read"; }

 private:
  std::string age_;
};

}  // namespace mailcomb::rules_builtin
