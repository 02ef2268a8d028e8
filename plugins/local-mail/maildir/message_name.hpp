// SPDX-License-Identifier: Apache-2.0
// The name of a message file: a base that stays, then `:2,` and the letters of its flags.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mail/date.hpp"

namespace mailcomb::local_mail {

// Both borrow from the file's name.
struct MessageName {
  std::string_view base;
  std::string_view
      letters;  // D draft, F flagged, P passed on, R replied, S seen, T to be removed, …
};

MessageName split_name(std::string_view file_name);

// MAILCOMB_FLAG_ bits; letters that mean nothing to them are passed over.
std::uint64_t flag_bits(std::string_view letters);

// What to do to the letters of a name.
struct FlagEdit {
  std::string add;
  std::string remove;
};

// The name with its letters changed and in order, unknown ones kept; as it is if nothing changes.
std::string edit_flags(std::string_view file_name, const FlagEdit& edit);

// The message's id is its base, as text.
std::string id_of(std::string_view base);
// Empty if no file has that id.
std::optional<std::string> find_base(std::string_view id);

// Seconds before the first dot, as delivery agents put them there; empty if they do not look so.
std::optional<Instant> find_epoch(std::string_view base);
// The `,S=` of Maildir++.
std::optional<std::int64_t> find_size(std::string_view base);

}  // namespace mailcomb::local_mail
