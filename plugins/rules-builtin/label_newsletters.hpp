// SPDX-License-Identifier: Apache-2.0
// label_newsletters: newsletters of any age get a label.
#pragma once

#include <string>

#include "mailcomb/rule.hpp"
#include "rules-builtin/newsletter.hpp"

namespace mailcomb::rules_builtin {

class LabelNewsletters {
 public:
  explicit LabelNewsletters(const sdk::Config& config) : label_(config["label"].text()) {}
  sdk::Value filter() const { return sdk::Value::map({{"any", newsletter_headers()}}); }
  sdk::Value then() const { return sdk::Value::map({{"label", label_}}); }

 private:
  std::string label_;
};

}  // namespace mailcomb::rules_builtin
