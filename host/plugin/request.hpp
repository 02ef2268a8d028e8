// SPDX-License-Identifier: Apache-2.0
// What the host passes to a provider, in the ABI's form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mailcomb/abi/provider.h"
#include "mailcomb/value.hpp"

namespace mailcomb::plugin {

// They borrow from `texts`.
inline std::vector<mailcomb_str> slices(const std::vector<std::string>& texts) {
  std::vector<mailcomb_str> slices;
  slices.reserve(texts.size());
  for (const std::string& text : texts) slices.push_back(sdk::slice(text));
  return slices;
}

// Borrows from its arguments; `abi()` is valid while the request stays where it is.
class ScanRequest {
 public:
  ScanRequest(const std::vector<std::string>& columns, const std::optional<sdk::Value>& filter)
      : columns_(slices(columns)), flat_(filter.value_or(sdk::Value())), filter_(flat_.abi()) {
    abi_ = {sizeof abi_, static_cast<std::uint32_t>(columns_.size()), columns_.data(),
            filter ? &filter_ : nullptr};
  }
  ScanRequest(const ScanRequest&) = delete;
  ScanRequest& operator=(const ScanRequest&) = delete;

  const mailcomb_scan_request* abi() const { return &abi_; }

 private:
  std::vector<mailcomb_str> columns_;
  sdk::FlatValue flat_;
  mailcomb_value filter_;
  mailcomb_scan_request abi_;
};

}  // namespace mailcomb::plugin
