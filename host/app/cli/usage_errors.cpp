// SPDX-License-Identifier: Apache-2.0
#include "app/cli/usage_errors.hpp"

#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::app {
namespace {

// "did you mean 'plan'?", or nothing.
std::string guess(const std::string& word, const std::vector<std::string>& words) {
  const auto nearest =
      find_nearest(word, std::vector<std::string_view>(words.begin(), words.end()));
  return nearest ? "did you mean '" + std::string(*nearest) + "'?" : "";
}

}  // namespace

std::string help_hint(const Place& place) {
  return "'" + place.command + " --help' shows what there is";
}

tl::unexpected<Error> command_needed(const Place& place) {
  std::string names;
  for (const auto& name : place.commands) names += (names.empty() ? "" : ", ") + name;
  return fail(Fault::kUsage, "which command? " + names, help_hint(place));
}

tl::unexpected<Error> unexpected_word(const std::string& word, const Place& place) {
  const bool is_option = word.starts_with('-');
  const auto what = is_option                ? "unknown option "
                    : place.commands.empty() ? "unexpected argument "
                                             : "unknown command ";
  const auto hint = guess(word, is_option ? place.options : place.commands);
  return fail(Fault::kUsage, what + in_quotes(word), hint.empty() ? help_hint(place) : hint);
}

std::string not_among(const std::string& word, const std::vector<std::string>& words) {
  const auto hint = guess(word, words);
  return in_quotes(word) + " is not " + listed(words) + (hint.empty() ? "" : "; " + hint);
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  return text;
}

}  // namespace mailcomb::app
