// SPDX-License-Identifier: Apache-2.0
#include "policy/parse_limits.hpp"

#include <algorithm>
#include <charconv>

#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::policy {
namespace {

using Kind = mail::Action::Kind;

constexpr std::string_view kForms =
    "write a number of messages, a share of the mailbox, or both: 100, 5%, [100, 5%]";
constexpr std::int64_t kCountMax = 1'000'000'000'000;

void refuse(Errors& errors, const Mark& mark, std::string message,
            std::string hint = std::string(kForms)) {
  errors.push_back(error_at(mark, std::move(message), std::move(hint)));
}

// The whole text as a number, or nothing.
template <class Number>
std::optional<Number> number_of(std::string_view text) {
  const auto is_plain = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  if (!std::all_of(text.begin(), text.end(), is_plain)) return {};
  Number number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
  return number;
}

class BoundReader {
 public:
  BoundReader(const std::string& key, mail::Limit& limit, Errors& errors)
      : who_("'limits." + key + "'"), limit_(limit), errors_(errors) {}

  void read(const Node& value) {
    if (value.kind != Node::Kind::kList) return read_bound(value);
    const auto before = errors_.size();
    for (const auto& member : value.members) read_bound(member.value);
    const bool is_both = value.members.size() == 2 && limit_.percent && limit_.count;
    if (!is_both && errors_.size() == before)
      refuse(errors_, value.mark, who_ + " as a list is one number and one share");
  }

 private:
  void read_bound(const Node& value) {
    const auto text = read_text(value, who_, errors_);
    if (!text) return;
    if (text->ends_with('%')) return read_share(value, text->substr(0, text->size() - 1));
    const auto count = number_of<std::int64_t>(*text);
    if (!count || *count > kCountMax)
      return refuse(errors_, value.mark, who_ + ": " + in_quotes(*text) + " is no limit");
    limit_.count = count;
  }

  void read_share(const Node& value, std::string_view number) {
    const auto share = number_of<double>(number);
    if (!share)
      return refuse(errors_, value.mark, who_ + ": " + in_quotes(value.text) + " is no share");
    if (*share > 100)
      return refuse(errors_, value.mark,
                    who_ + ": " + in_quotes(value.text) + " is more than there is",
                    "100% is no limit at all");
    limit_.percent = share;
  }

  const std::string who_;
  mail::Limit& limit_;
  Errors& errors_;
};

}  // namespace

std::vector<Guards::Limit> parse_limits(const Node& limits, Errors& errors) {
  std::vector<Guards::Limit> parsed;
  if (limits.kind != Node::Kind::kMap || limits.members.empty()) {
    refuse(errors, limits.mark, "'limits' is a mapping of actions to limits",
           "write limits: {trash: 5%, archive: 40%}");
    return parsed;
  }
  for (const auto& [key, key_mark, value] : limits.members) {
    if (std::find(kLimitedActions.begin(), kLimitedActions.end(), key) == kLimitedActions.end()) {
      refuse(errors, key_mark, "there is no limit for " + in_quotes(key),
             suggest(key, kLimitedActions, "actions with limits"));
      continue;
    }
    Guards::Limit limit{{mail::parse_action(key)->kind, {}, {}}, key_mark};
    BoundReader(key, limit.limit, errors).read(value);
    parsed.push_back(std::move(limit));
  }
  return parsed;
}

}  // namespace mailcomb::policy
