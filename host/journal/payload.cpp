// SPDX-License-Identifier: Apache-2.0
#include "journal/payload.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "journal/value_json.hpp"
#include "mail/state_json.hpp"

namespace mailcomb::journal {
namespace {

using json = nlohmann::ordered_json;

template <class Enum, std::size_t kCount>
std::optional<Enum> find(const std::array<Enum, kCount>& all, const std::string& text) {
  for (const Enum each : all)
    if (to_text(each) == text) return each;
  return {};
}

constexpr std::array kKinds = {RunKind::kPlan, RunKind::kApply, RunKind::kUndo};
constexpr std::array kOutcomes = {Outcome::kDone, Outcome::kGone, Outcome::kTouched,
                                  Outcome::kFailed};

// The one place that meets the JSON library's exceptions: a payload of another shape is no payload.
template <class Read>
auto read_json(std::string_view payload, Read read) -> decltype(read(json())) {
  try {
    return read(json::parse(payload));
  } catch (const json::exception&) {
    return {};
  }
}

json action_json(const IntendedAction& intended) {
  return {{"action", mail::to_text(intended.action)},
          {"rule", intended.rule},
          {"reason", intended.reason}};
}

bool read_actions(const json& array, std::vector<IntendedAction>& actions) {
  for (const auto& item : array) {
    const auto action = mail::parse_action(item.at("action").get<std::string>());
    if (!action) return false;
    actions.push_back({*action, item.at("rule"), item.at("reason")});
  }
  return true;
}

}  // namespace

std::string header_payload(const RunHeader& header) {
  return json{{"run_id", header.run_id},
              {"kind", to_text(header.kind)},
              {"started_at", to_unix_ms(header.started_at)},
              {"now", to_unix_ms(header.now)},
              {"policy", header.policy},
              {"policy_digest", header.policy_digest},
              {"protected_digest", header.protected_digest},
              {"provider", header.provider},
              {"account", header.account},
              {"mailbox", to_json(header.mailbox)},
              {"undoes", header.undoes},
              {"version", header.version}}
      .dump();
}

std::optional<RunHeader> read_header(std::string_view payload) {
  return read_json(payload, [](const json& from) -> std::optional<RunHeader> {
    const auto kind = find(kKinds, from.at("kind"));
    auto mailbox = value_from_json(from.at("mailbox"));
    if (!kind || !mailbox) return {};
    RunHeader header;
    header.run_id = from.at("run_id");
    header.kind = *kind;
    header.started_at = from_unix_ms(from.at("started_at"));
    header.now = from_unix_ms(from.at("now"));
    header.policy = from.at("policy");
    header.policy_digest = from.at("policy_digest");
    header.protected_digest = from.value("protected_digest", "");
    header.provider = from.at("provider");
    header.account = from.at("account");
    header.mailbox = std::move(*mailbox);
    header.undoes = from.at("undoes");
    header.version = from.at("version");
    return header;
  });
}

std::string intent_payload(const Intent& intent) {
  json actions = json::array();
  for (const auto& intended : intent.actions) actions.push_back(action_json(intended));
  return json{{"message_id", intent.message_id},
              {"batch", intent.batch},
              {"actions", std::move(actions)},
              {"prior", mail::to_json(intent.prior)},
              {"expected", mail::to_json(intent.expected)},
              {"restore", to_json(intent.restore)}}
      .dump();
}

std::optional<Intent> read_intent(std::string_view payload) {
  return read_json(payload, [](const json& from) -> std::optional<Intent> {
    auto prior = mail::state_from_json(from.at("prior"));
    auto expected = mail::state_from_json(from.at("expected"));
    auto restore = value_from_json(from.at("restore"));
    Intent intent;
    if (!prior || !expected || !restore || !read_actions(from.at("actions"), intent.actions))
      return {};
    intent.message_id = from.at("message_id");
    intent.batch = from.at("batch");
    intent.prior = std::move(*prior);
    intent.expected = std::move(*expected);
    intent.restore = std::move(*restore);
    return intent;
  });
}

// Mail may hold bytes that are no UTF-8; they become U+FFFD.
std::string metadata_payload(const Metadata& metadata) {
  return json{{"subject", metadata.subject}, {"from", metadata.from}}.dump(
      -1, ' ', false, json::error_handler_t::replace);
}

std::optional<Metadata> read_metadata(std::string_view payload) {
  return read_json(payload, [](const json& from) -> std::optional<Metadata> {
    return Metadata{from.at("subject"), from.at("from")};
  });
}

// Short, since every plan of every day keeps it: ["message", "action", …] for each.
std::string foreseen_payload(std::span<const Foreseen> foreseen) {
  json messages = json::array();
  for (const auto& each : foreseen) {
    json message = json::array({each.message_id});
    for (const auto& action : each.actions) message.push_back(mail::to_text(action));
    messages.push_back(std::move(message));
  }
  return messages.dump();
}

std::optional<std::vector<Foreseen>> read_foreseen(std::string_view payload) {
  return read_json(payload, [](const json& from) -> std::optional<std::vector<Foreseen>> {
    std::vector<Foreseen> foreseen;
    for (const auto& message : from) {
      Foreseen each{message.at(0), {}};
      for (std::size_t i = 1; i < message.size(); ++i) {
        const auto action = mail::parse_action(message.at(i).get<std::string>());
        if (!action) return {};
        each.actions.push_back(*action);
      }
      foreseen.push_back(std::move(each));
    }
    return foreseen;
  });
}

std::string creations_payload(const sdk::Value& creations) { return to_json(creations).dump(); }

std::optional<sdk::Value> read_creations(std::string_view payload) {
  return read_json(payload, [](const json& from) { return value_from_json(from); });
}

std::string result_payload(const MessageResult& result) {
  return json{{"message_id", result.message_id},
              {"outcome", to_text(result.outcome)},
              {"detail", result.detail}}
      .dump();
}

std::optional<MessageResult> read_result(std::string_view payload) {
  return read_json(payload, [](const json& from) -> std::optional<MessageResult> {
    const auto outcome = find(kOutcomes, from.at("outcome"));
    if (!outcome) return {};
    return MessageResult{from.at("message_id"), *outcome, from.at("detail")};
  });
}

std::string ending_payload(const Ending& ending) {
  const Tally& tally = ending.tally;
  return json{{"status", to_text(ending.status)},
              {"planned", tally.planned},
              {"done", tally.done},
              {"gone", tally.gone},
              {"touched", tally.touched},
              {"failed", tally.failed}}
      .dump();
}

std::optional<Ending> read_ending(std::string_view payload) {
  return read_json(payload, [](const json& from) -> std::optional<Ending> {
    const auto status = find(kRunStatuses, from.at("status"));
    if (!status) return {};
    return Ending{*status,
                  {from.at("planned"), from.at("done"), from.at("gone"), from.at("touched"),
                   from.at("failed")}};
  });
}

std::string undone_payload(std::string_view undo_run) { return json{{"by", undo_run}}.dump(); }

std::optional<std::string> read_undone(std::string_view payload) {
  return read_json(payload, [](const json& from) -> std::optional<std::string> {
    return from.at("by").get<std::string>();
  });
}

}  // namespace mailcomb::journal
