// SPDX-License-Identifier: Apache-2.0
#include "policy/parse_given.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "filter/category.hpp"
#include "mail/location.hpp"
#include "mail/state.hpp"
#include "support/age.hpp"
#include "support/ascii.hpp"
#include "support/quote.hpp"
#include "support/read_scalar.hpp"
#include "support/suggest.hpp"

namespace mailcomb::policy {
namespace {

using sdk::Value;

constexpr std::array<std::string_view, 17> kKeys = {
    "from",   "to",          "cc",         "subject",     "headers", "list_id",
    "labels", "category",    "in",         "folder",      "flags",   "size",
    "age",    "received_at", "importance", "attachments", "thread"};
constexpr std::array<std::string_view, 5> kFlags = {"unread", "starred", "replied", "draft",
                                                    "important"};
constexpr std::array<std::string_view, 5> kImportances = {"critical", "high", "medium", "low",
                                                          "spam"};
// Headers that other keys stand for, and what filters on the headers see then.
constexpr std::array<std::string_view, 5> kOwnHeaders = {"from", "to", "cc", "subject", "list-id"};
constexpr std::int64_t kSizeBytes = 4096;

class GivenParser {
 public:
  GivenParser(const Node& node, const std::string& who, Time now, Errors& errors)
      : node_(node), who_(who), now_(now), errors_(errors) {}

  Given parse() {
    if (node_.kind != Node::Kind::kMap) {
      refuse(node_.mark, "a given message is a mapping, not " + describe(node_));
      return {};
    }
    check_keys(node_, kKeys, "a message of " + who_, errors_);
    given_ = {{"received_at", to_unix_ms(now_)}, {"size_bytes", kSizeBytes}, {"flags", 0}};
    for (const auto& member : node_.members) parse_member(member);
    parse_place();
    return std::move(given_);
  }

 private:
  void refuse(const Mark& mark, const std::string& message, std::string hint = {}) {
    errors_.push_back(error_at(mark, who_ + ": " + message, std::move(hint)));
  }

  void parse_member(const Node::Member& member) {
    const auto& [key, key_mark, value] = member;
    if (key == "from" || key == "to" || key == "cc") return put_header(key, read_texts(value, key));
    if (key == "subject") return put_header(key, read_one(value, key));
    if (key == "list_id") return put("header:list-id", read_texts(value, key));
    if (key == "headers") return parse_headers(value);
    if (key == "labels") return put("labels", read_texts(value, key));
    if (key == "category") return put(key, read_word(value, key, filter::kCategories));
    if (key == "importance") return put(key, read_word(value, key, kImportances));
    if (key == "flags") return parse_flags(value);
    if (key == "size") return put("size_bytes", read_number(value, key));
    if (key == "attachments") return put(key, read_number(value, key));
    if (key == "thread") return put(key, read_one(value, key));
    if (key == "age") return parse_age_of(value);
    if (key == "received_at") parse_received(key_mark, value);
  }

  void put(const std::string& column, std::optional<Value> value) {
    if (value) given_[column] = std::move(*value);
  }

  // The header of a column says the same as the column.
  void put_header(const std::string& column, const std::optional<Value>& value) {
    put(column, value);
    if (value)
      put("header:" + column, value->is(Value::Kind::kList) ? *value : Value::list({*value}));
  }

  // Lets the reader of a value name the test.
  template <class Read>
  auto in_this_test(Read read) {
    const auto before = static_cast<std::ptrdiff_t>(errors_.size());
    auto value = read();
    std::for_each(errors_.begin() + before, errors_.end(),
                  [&](Error& error) { error.message = who_ + ": " + error.message; });
    return value;
  }

  std::optional<std::string> read(const Node& value, const std::string& key) {
    return in_this_test([&] { return read_text(value, "'" + key + "'", errors_); });
  }

  std::optional<Value> read_one(const Node& value, const std::string& key) {
    const auto text = read(value, key);
    return text ? std::optional(Value(*text)) : std::nullopt;
  }

  // A text, or a list of any number of them.
  std::optional<Value> read_texts(const Node& value, const std::string& key) {
    std::vector<Value> texts;
    const auto add = [&](const Node& node) {
      if (auto text = read(node, key)) texts.emplace_back(std::move(*text));
    };
    if (value.kind != Node::Kind::kList) add(value);
    if (value.kind == Node::Kind::kList)
      for (const auto& member : value.members) add(member.value);
    return Value::list(std::move(texts));
  }

  std::optional<Value> read_word(const Node& value, const std::string& key,
                                 std::span<const std::string_view> words) {
    const auto text = read(value, key);
    if (!text) return {};
    if (std::find(words.begin(), words.end(), *text) != words.end()) return Value(*text);
    refuse(value.mark, in_quotes(*text) + " is nothing that '" + key + "' knows",
           suggest(*text, words, "its values"));
    return {};
  }

  std::optional<Value> read_number(const Node& value, const std::string& key) {
    const auto text = read(value, key);
    if (!text) return {};
    std::int64_t number = 0;
    const auto parsed = std::from_chars(text->data(), text->data() + text->size(), number);
    if (parsed.ec == std::errc() && parsed.ptr == text->data() + text->size() && number >= 0)
      return Value(number);
    refuse(value.mark, "'" + key + "' is a whole number, not " + in_quotes(*text));
    return {};
  }

  void parse_headers(const Node& value) {
    if (value.kind != Node::Kind::kMap)
      return refuse(value.mark, "'headers' is a mapping, such as {List-Id: news.example}, not " +
                                    describe(value));
    for (const auto& [name, mark, texts] : value.members) {
      auto lower = ascii_lower(name);
      const auto* own = std::find(kOwnHeaders.begin(), kOwnHeaders.end(), lower);
      if (own != kOwnHeaders.end())
        refuse(
            mark, in_quotes(name) + " has a key of its own",
            "write '" + std::string(lower == "list-id" ? "list_id" : lower) + "' beside 'headers'");
      put("header:" + lower, read_texts(texts, name));
    }
  }

  void parse_flags(const Node& value) {
    std::uint64_t flags = 0;
    const auto add = [&](const Node& node) {
      if (const auto flag = read_word(node, "flags", kFlags))
        flags |= mail::find_flag(flag->text());
    };
    if (value.kind != Node::Kind::kList) add(value);
    if (value.kind == Node::Kind::kList)
      for (const auto& member : value.members) add(member.value);
    given_["flags"] = static_cast<std::int64_t>(flags);
  }

  void parse_age_of(const Node& value) {
    const auto text = read(value, "age");
    if (!text) return;
    if (*text == "unknown") return put("received_at", Value());
    const auto age = parse_age(*text);
    if (!age) return refuse(value.mark, age.error().message, age.error().hint);
    given_["received_at"] = to_unix_ms(now_ - *age);
  }

  void parse_received(const Mark& key_mark, const Node& value) {
    if (node_.find("age"))
      return refuse(key_mark, "'age' and 'received_at' say the same", "keep one of the two");
    const auto text = read(value, "received_at");
    const auto time = text ? parse_rfc3339(*text) : std::nullopt;
    if (time) return put("received_at", Value(to_unix_ms(*time)));
    if (text)
      refuse(value.mark, in_quotes(*text) + " is not a date or time",
             "write 2024-01-31, which begins at 00:00 UTC, or 2024-01-31T18:30:00Z");
  }

  // A folder alone is one of the user's own.
  void parse_place() {
    const Node* place = node_.find("in");
    const Node* folder = node_.find("folder");
    const auto word = place ? read_word(*place, "in", mail::kLocationNames) : std::nullopt;
    const std::string location(word ? word->text() : folder ? "other" : "inbox");
    given_["location"] = location;
    given_["folder"] = location == "inbox" ? "INBOX" : location;
    if (folder) put("folder", read_one(*folder, "folder"));
  }

  const Node& node_;
  const std::string& who_;
  Time now_;
  Errors& errors_;
  Given given_;
};

}  // namespace

Given parse_given(const Node& node, const std::string& who, Time now, Errors& errors) {
  return GivenParser(node, who, now, errors).parse();
}

}  // namespace mailcomb::policy
