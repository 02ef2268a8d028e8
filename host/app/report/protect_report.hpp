// SPDX-License-Identifier: Apache-2.0
// How the list of protected senders is shown.
#pragma once

#include "app/report/report.hpp"
#include "mail/protected_senders.hpp"

namespace mailcomb::app {

// The whole list; `summary` stands above it for people, or is empty.
Report protect_report(const mail::ProtectedSenders& senders, const std::string& summary);

}  // namespace mailcomb::app
