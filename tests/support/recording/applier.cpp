// SPDX-License-Identifier: Apache-2.0
#include "support/recording/applier.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "support/recording/change.hpp"

namespace mailcomb::recording {

Json to_json(std::span<const mailcomb_change> changes) {
  Json json = Json::array();
  for (const auto& change : changes) {
    Json& one = json.emplace_back(Json{{"id", sdk::view(change.id)}});
    one["actions"] = to_json(std::span(change.actions, change.action_count));
    if (change.restore) one["restore"] = to_json(sdk::read_config(change.restore));
  }
  return json;
}

void Applier::apply(std::span<const mailcomb_change> changes) {
  const std::chrono::milliseconds delay(file_.behaviour().value("apply_delay_ms", 0));
  const auto most = file_.behaviour().value("partial", changes.size());
  bool is_lost = false;
  for (std::size_t at = 0; at < std::min(most, changes.size()) && !call_.is_cancelled(); ++at) {
    std::this_thread::sleep_for(delay);
    const auto number = file_.count("tried");
    is_lost = is_told("fail_apply_at", number);
    if (is_lost) break;
    apply_one(changes[at], at, number);
  }
  file_.save();
  if (is_lost)
    throw sdk::Failure(MAILCOMB_UNAVAILABLE, "recording-lost", "the connection was lost");
}

bool Applier::is_told(const char* behaviour, std::int64_t number) const {
  return file_.behaviour().value(behaviour, std::int64_t{-1}) == number;
}

bool Applier::is_gone(const mailcomb_change& change) const {
  const auto gone = file_.behaviour().value("gone", Json::array());
  return std::find(gone.begin(), gone.end(), sdk::view(change.id)) != gone.end();
}

void Applier::apply_one(const mailcomb_change& change, std::size_t at, std::int64_t number) {
  Json* message = file_.find(sdk::view(change.id));
  if (!message || is_gone(change)) return outcomes_.gone(at);
  if (is_told("refuse_at", number)) return outcomes_.failed(at, "refused as it was told to");
  try {
    if (!is_told("lie_at", number)) change_message(*message, change);
    outcomes_.done(at);
  } catch (const sdk::Failure& failure) {
    outcomes_.failed(at, failure.summary);
  }
}

void Applier::change_message(Json& message, const mailcomb_change& change) {
  Json changed = message;
  for (const auto& action : std::span(change.actions, change.action_count))
    act(changed, sdk::view(action));
  if (change.restore) restore(changed, sdk::read_config(change.restore));
  changed["changed"] = file_.count("sequence") + 1;
  auto& existing = file_.labels();
  for (const auto& label : changed.value("labels", Json::array()))
    if (std::find(existing.begin(), existing.end(), label) == existing.end())
      existing.push_back(label);
  message = std::move(changed);
}

}  // namespace mailcomb::recording
