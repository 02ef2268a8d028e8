// SPDX-License-Identifier: Apache-2.0
// The payloads of journal rows as JSON text, written and read back in one place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "journal/run.hpp"

namespace mailcomb::journal {

// Kinds of rows in cleanup_actions; the names stay.
inline constexpr std::string_view kPlanned = "planned";    // One for each message.
inline constexpr std::string_view kForeseen = "foreseen";  // Of a plan: many messages in one.
inline constexpr std::string_view kPrepared = "prepared";  // What the provider will create.
inline constexpr std::string_view kBatchStarted = "batch_started";
inline constexpr std::string_view kResult = "result";  // One for each message.
inline constexpr std::string_view kEnded = "ended";
inline constexpr std::string_view kUndone = "undone";

struct Ending {
  RunStatus status = RunStatus::kCompleted;
  Tally tally;
};

std::string header_payload(const RunHeader& header);
std::string intent_payload(const Intent& intent);
std::string foreseen_payload(std::span<const Foreseen> foreseen);
// Not a payload of its own, but what is sealed beside one.
std::string metadata_payload(const Metadata& metadata);
std::string creations_payload(const sdk::Value& creations);
std::string result_payload(const MessageResult& result);
std::string ending_payload(const Ending& ending);
std::string undone_payload(std::string_view undo_run);

// Each is empty if the text is not what the function above makes.
std::optional<RunHeader> read_header(std::string_view payload);
std::optional<Intent> read_intent(std::string_view payload);
std::optional<Metadata> read_metadata(std::string_view payload);
std::optional<std::vector<Foreseen>> read_foreseen(std::string_view payload);
std::optional<sdk::Value> read_creations(std::string_view payload);
std::optional<MessageResult> read_result(std::string_view payload);
std::optional<Ending> read_ending(std::string_view payload);
std::optional<std::string> read_undone(std::string_view payload);

}  // namespace mailcomb::journal
