// SPDX-License-Identifier: Apache-2.0
#include "support/recording/change.hpp"

#include <algorithm>
#include <array>

#include "mailcomb/failure.hpp"
#include "support/recording/columns.hpp"

namespace mailcomb::recording {
namespace {

constexpr std::array<std::string_view, 5> kFlags = {"unread", "starred", "replied", "draft",
                                                    "important"};
constexpr std::array<const char*, 4> kState = {"flags", "location", "folder", "labels"};

// The item's place in a list of the message, in which it is set or not.
void set_item(Json& message, const char* list, std::string_view item, bool is_set) {
  Json items = Json::array();
  for (const auto& other : property(message, list))
    if (other != item) items.push_back(other);
  if (is_set) items.push_back(item);
  message[list] = std::move(items);
}

void move_to(Json& message, const std::string& location) {
  message["location"] = location;
  message["folder"] = folder_of(location);
}

}  // namespace

std::uint64_t flag_bits(const Json& names) {
  std::uint64_t bits = 0;
  for (const auto& name : names) {
    const auto flag = std::find(kFlags.begin(), kFlags.end(), name.get<std::string>());
    if (flag == kFlags.end())
      throw sdk::Failure(MAILCOMB_INVALID, "recording-flag", "there is no flag " + name.dump());
    bits |= std::uint64_t{1} << (flag - kFlags.begin());
  }
  return bits;
}

void act(Json& message, std::string_view action) {
  constexpr std::string_view kLabel = "label:", kUnlabel = "unlabel:";
  if (action == "archive" || action == "trash") return move_to(message, std::string(action));
  if (action == "mark_read") return set_item(message, "flags", "unread", false);
  if (action == "mark_unread") return set_item(message, "flags", "unread", true);
  if (action == "star") return set_item(message, "flags", "starred", true);
  if (action == "unstar") return set_item(message, "flags", "starred", false);
  if (action.starts_with(kLabel))
    return set_item(message, "labels", action.substr(kLabel.size()), true);
  if (action.starts_with(kUnlabel))
    return set_item(message, "labels", action.substr(kUnlabel.size()), false);
  if (action == "restore") return;  // The token says all.
  throw sdk::Failure(MAILCOMB_UNSUPPORTED, "recording-action",
                     "there is no action '" + std::string(action) + "'");
}

sdk::Value restore_token(const Json& message) {
  auto token = sdk::Value::map();
  for (const char* name : kState) {
    const Json value = property(message, name);
    if (value.is_array()) token.set(name, text_list(value));
    if (value.is_string()) token.set(name, value.get<std::string>());
  }
  return token;
}

void restore(Json& message, const sdk::Value& token) {
  for (const auto& member : token.members()) message[member.key] = to_json(member.value);
}

}  // namespace mailcomb::recording
