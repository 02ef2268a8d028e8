// SPDX-License-Identifier: Apache-2.0
#include "maildir/intent.hpp"

#include "mailcomb/text.hpp"

namespace mailcomb::local_mail {
namespace {

struct Meaning {
  std::string_view action;
  std::string_view location;
  std::string_view add;
  std::string_view remove;
};

constexpr Meaning kMeanings[] = {{"archive", "archive", "", ""}, {"trash", "trash", "", ""},
                                 {"mark_read", "", "S", ""},     {"mark_unread", "", "", "S"},
                                 {"star", "", "F", ""},          {"unstar", "", "", "F"}};

const Meaning* find_meaning(std::string_view action) {
  for (const auto& meaning : kMeanings)
    if (meaning.action == action) return &meaning;
  return nullptr;
}

}  // namespace

Intent make_intent(std::span<const mailcomb_str> actions) {
  Intent intent;
  for (const auto& slice : actions) {
    const std::string action(sdk::view(slice));
    const Meaning* meaning = find_meaning(action);
    if (action == "restore") {
      intent.error = "restore needs the token of the message";
    } else if (!meaning) {
      intent.error = "a Maildir has no action '" + action + "'";
    } else {
      if (!meaning->location.empty() && !intent.location.empty())
        intent.error = "a message cannot go to two places";
      if (!meaning->location.empty()) intent.location = meaning->location;
      intent.flags.add += meaning->add;
      intent.flags.remove += meaning->remove;
    }
  }
  return intent;
}

}  // namespace mailcomb::local_mail
