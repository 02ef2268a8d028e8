// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "filter/category.hpp"
#include "filter/importance.hpp"
#include "filter/predicates.hpp"
#include "mail/state.hpp"
#include "mailcomb/abi/column.h"
#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::filter {
namespace {

using Test = Predicate::Test;

constexpr std::array<std::string_view, 7> kPlaces = {"inbox", "archive", "sent",    "drafts",
                                                     "trash", "spam",    "anywhere"};
constexpr std::array<std::string_view, 7> kStates = {"unread",  "read",  "starred", "important",
                                                     "replied", "draft", "sent"};
constexpr std::array<std::string_view, 3> kBelongings = {"attachment", "list-unsubscribe",
                                                         "user-label"};

// One of a few words.
std::optional<std::string> read_word(Reading& reading, const std::string& key, const Node& value,
                                     std::span<const std::string_view> words) {
  auto text = read_value(reading, key, value);
  if (!text) return {};
  if (std::find(words.begin(), words.end(), *text) != words.end()) return text;
  reading.refuse(value.mark, in_quotes(*text) + " is nothing that '" + key + "' knows",
                 suggest(*text, words, "its values"));
  return {};
}

bool refuse_list(Reading& reading, const std::string& key, const Node& value) {
  if (value.kind != Node::Kind::kList) return false;
  const auto first = "{" + key + ": a}, {" + key + ": b}";
  reading.refuse(value.mark, "'" + key + "' takes one value, not a list",
                 "write all: [" + first + "] for both, any: [" + first + "] for either");
  return true;
}

Expression flag_leaf(Test test, std::uint64_t flags, const std::string& source) {
  Predicate predicate;
  predicate.test = test;
  predicate.column = "flags";
  predicate.number = static_cast<std::int64_t>(flags);
  predicate.nature = flags == MAILCOMB_FLAG_UNREAD ? Nature::kReadState : Nature::kOther;
  predicate.source = source;
  return Expression::leaf(std::move(predicate));
}

Expression place_leaf(std::string place, const std::string& source) {
  Predicate predicate;
  predicate.test = place == "anywhere" ? Test::kTrue : Test::kEquals;
  predicate.nature = Nature::kPlace;
  predicate.source = source;
  if (predicate.test == Test::kEquals) {
    predicate.column = "location";
    predicate.text = std::move(place);
  }
  return Expression::leaf(std::move(predicate));
}

Expression attachment_leaf(const std::string& source) {
  Predicate predicate;
  predicate.test = Test::kFrom;
  predicate.column = "attachments";
  predicate.number = 1;
  predicate.source = source;
  return Expression::leaf(std::move(predicate));
}

}  // namespace

Parsed parse_category(Reading& reading, const std::string& key, const Node& value) {
  auto word = read_word(reading, key, value, kCategories);
  if (!word) return {};
  auto leaf = text_leaf(Test::kEquals, "category", key, std::move(*word));
  leaf.predicate.nature = Nature::kCategory;
  return leaf;
}

Parsed parse_importance(Reading& reading, const std::string& key, const Node& value) {
  auto word = read_word(reading, key, value, kImportances);
  if (!word) return {};
  auto leaf = text_leaf(Test::kEquals, "importance", key, std::move(*word));
  leaf.predicate.nature = Nature::kImportance;
  return leaf;
}

// Ids may differ in case alone.
Parsed parse_thread(Reading& reading, const std::string& key, const Node& value) {
  auto id = read_value(reading, key, value);
  if (!id) return {};
  return text_leaf(Test::kIs, "thread", key, std::move(*id));
}

Parsed parse_label(Reading& reading, const std::string& key, const Node& value) {
  auto text = read_value(reading, key, value);
  if (!text) return {};
  return text_leaf(Test::kEquals, "labels", key, std::move(*text));
}

Parsed parse_place(Reading& reading, const std::string& key, const Node& value) {
  auto word = read_word(reading, key, value, kPlaces);
  if (!word) return {};
  return place_leaf(*word, key + ": " + *word);
}

Parsed parse_is(Reading& reading, const std::string& key, const Node& value) {
  if (refuse_list(reading, key, value)) return {};
  const auto word = read_word(reading, key, value, kStates);
  if (!word) return {};
  const auto source = key + ": " + *word;
  if (*word == "sent") return place_leaf("sent", source);
  if (*word == "read") return flag_leaf(Test::kFlagClear, MAILCOMB_FLAG_UNREAD, source);
  auto flag = flag_leaf(Test::kFlagSet, mail::find_flag(*word), source);
  if (*word != "draft") return flag;
  return Expression::any({std::move(flag), place_leaf("drafts", source)});
}

Parsed parse_has(Reading& reading, const std::string& key, const Node& value) {
  if (refuse_list(reading, key, value)) return {};
  const auto word = read_word(reading, key, value, kBelongings);
  if (!word) return {};
  if (*word == "attachment") return attachment_leaf(key + ": " + *word);
  const bool is_label = *word == "user-label";
  auto leaf = text_leaf(is_label ? Test::kUserLabel : Test::kPresent,
                        is_label ? "labels" : "header:list-unsubscribe", key, *word);
  leaf.predicate.text.clear();
  return leaf;
}

}  // namespace mailcomb::filter
