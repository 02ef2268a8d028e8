// SPDX-License-Identifier: Apache-2.0
// Test: an example that a policy carries: messages, and what must become of the first of them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mail/action.hpp"
#include "mailcomb/value.hpp"
#include "support/document.hpp"
#include "support/time.hpp"

namespace mailcomb::policy {

// When tests take place if they do not say it: not today, so that they never end differently.
inline constexpr const char* kTestsNow = "2025-01-01T00:00:00Z";

// A message as a provider would tell it: values by column (abi/column.h). Null: unknown. Addresses
// are texts such as "Ann <ann@example.org>"; a header that is not there is absent from the message.
using Given = std::map<std::string, sdk::Value>;

// What each message may tell; a mailbox in which none does lacks the column, and the host derives it.
inline constexpr std::array<std::string_view, 4> kOptionalColumns = {"category", "importance",
                                                                     "labels", "thread"};

struct Expectation {
  std::vector<mail::Action> actions;  // Sorted; empty: nothing happens.
  std::vector<std::string> guards;    // Each keeps the message.
  std::string rule;                   // Whose doing it is, or empty.
  std::string reason;                 // Contained in the reason, or empty.
  Mark rule_mark, guard_mark;
};

struct Test {
  std::string name;
  Time now;
  std::vector<Given> given;  // At least one; they are the whole mailbox.
  Expectation expect;        // Of the first.
  Mark mark;
};

}  // namespace mailcomb::policy
