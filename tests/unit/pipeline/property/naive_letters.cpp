// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "property/letters.hpp"

namespace mailcomb::property {
namespace {

using Kind = LetterRule::Kind;

class Naive {
 public:
  explicit Naive(const LetterCase& letters) : letters_(letters) {}

  std::vector<std::string> places() {
    std::vector<std::string> places;
    for (const auto& letter : letters_.mailbox) places.push_back(place_of(letter));
    return places;
  }

 private:
  bool is_in_scope(const LetterRule& rule, const Letter& letter) const {
    if (rule.action == "archive") return letter.location == "inbox" || letter.location == "archive";
    return letter.location == "inbox" || letter.location == "archive" || letter.location == "other";
  }

  static int rank(const Letter& letter) {
    return letter.flags.contains("starred") ? 0 : letter.flags.contains("replied") ? 1 : 2;
  }
  static int order(const Letter& letter) {
    return letter.location == "inbox" ? 0 : letter.location == "other" ? 1 : 2;
  }
  // Of the same content. Two without a date are told apart as the plugin does, which is its own affair.
  static bool is_better(const Letter& a, const Letter& b) {
    const auto when = [](const Letter& letter) { return letter.minute.value_or(1'000'000); };
    return std::make_tuple(rank(a), when(a), order(a)) <
           std::make_tuple(rank(b), when(b), order(b));
  }

  std::vector<Letter> better_copies(const LetterRule& rule, const Letter& letter) const {
    std::vector<Letter> better;
    for (const auto& other : letters_.mailbox)
      if (other.content == letter.content && is_in_scope(rule, other) && is_better(other, letter))
        better.push_back(other);
    return better;
  }

  bool retain_selects(const LetterRule& rule, const Letter& letter) const {
    if (!letter.minute) return false;
    if (rule.is_within && *letter.minute > kRecentMinute) return false;
    std::map<int, std::int64_t> newest;  // By content of the sender.
    for (const auto& other : letters_.mailbox)
      if (other.sender() == letter.sender() && other.minute && is_in_scope(rule, other))
        newest[other.content] = std::max(newest[other.content], *other.minute);
    const auto mine = newest[letter.content];
    return std::count_if(newest.begin(), newest.end(),
                         [&](const auto& each) { return each.second > mine; }) >= rule.last;
  }

  bool selects(const LetterRule& rule, const Letter& letter) const {
    if (!is_in_scope(rule, letter)) return false;
    switch (rule.kind) {
      case Kind::kDuplicate: return !better_copies(rule, letter).empty();
      case Kind::kRetain: return retain_selects(rule, letter);
      case Kind::kOlder: return letter.minute && *letter.minute < rule.minute;
      case Kind::kFlagged: return letter.flags.contains(rule.word);
      case Kind::kPlaced: return letter.location == rule.word;
    }
    return false;
  }

  static bool is_guarded(const LetterRule& rule, const Letter& letter) {
    if (rule.action == "keep") return false;
    if (!letter.minute || letter.flags.contains("starred")) return true;
    return rule.action == "trash" && letter.flags.contains("replied");
  }

  bool stays(const Letter& letter) {
    const auto place = place_of(letter);
    return place != "trash" && place != "spam";
  }

  std::string place_of(const Letter& letter) {
    for (const auto& rule : letters_.rules) {
      if (!selects(rule, letter) || is_guarded(rule, letter)) continue;
      if (rule.kind == Kind::kDuplicate && rule.action == "trash") {
        const auto better = better_copies(rule, letter);
        if (std::none_of(better.begin(), better.end(),
                         [this](const Letter& other) { return stays(other); }))
          continue;
      }
      return rule.action == "keep" ? letter.location : rule.action;
    }
    return letter.location;
  }

  const LetterCase& letters_;
};

}  // namespace

std::vector<std::string> naive_places(const LetterCase& letters) { return Naive(letters).places(); }

}  // namespace mailcomb::property
