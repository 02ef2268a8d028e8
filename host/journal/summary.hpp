// SPDX-License-Identifier: Apache-2.0
// Summary: what a run came to, read from the end of its events.
#pragma once

#include <string_view>

#include "journal/event.hpp"
#include "journal/run.hpp"
#include "plugin/store.hpp"

namespace mailcomb::journal {

// Fails if the row's header is not what mailcomb writes.
Result<RunHeader> header_of(const sdk::Row& row);

// What an event tells about its run as a whole. False if its payload is unreadable.
bool summarize(const Event& event, RunSummary& summary);

// Reads how the run ended; of a long run only its last events.
Result<void> read_ending_of(plugin::Store& store, RunSummary& summary);

tl::unexpected<Error> unreadable(std::string_view what, std::string_view run);

}  // namespace mailcomb::journal
