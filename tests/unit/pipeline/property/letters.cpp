// SPDX-License-Identifier: Apache-2.0
#include "property/letters.hpp"

#include <random>

#include "mail/location.hpp"

namespace mailcomb::property {
namespace {

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  LetterCase make() {
    LetterCase made;
    for (unsigned i = 0, count = below(12); i < count; ++i) made.mailbox.push_back(letter(i));
    for (unsigned i = 0, count = 1 + below(4); i < count; ++i) made.rules.push_back(rule());
    return made;
  }

 private:
  unsigned below(unsigned limit) { return random_() % limit; }
  bool one_in(unsigned n) { return below(n) == 0; }
  std::string one_of(std::initializer_list<const char*> all) {
    return all.begin()[below(static_cast<unsigned>(all.size()))];
  }

  Letter letter(unsigned number) {
    Letter letter;
    letter.id = "m" + std::to_string(number);
    letter.content = static_cast<int>(below(5));
    if (!one_in(12)) letter.minute = below(100) * 20 + number;
    letter.location =
        one_of({"inbox", "inbox", "inbox", "archive", "other", "trash", "spam", "sent"});
    for (const char* flag : {"starred", "replied", "unread"})
      if (one_in(7)) letter.flags.insert(flag);
    return letter;
  }

  LetterRule rule() {
    LetterRule rule{};
    rule.kind = static_cast<LetterRule::Kind>(below(5));
    rule.is_within = one_in(3);
    rule.last = static_cast<int>(rule.is_within ? below(4) : 1 + below(3));
    rule.minute = below(2000);
    rule.word = rule.kind == LetterRule::Kind::kFlagged ? one_of({"unread", "replied"})
                                                        : one_of({"archive", "other"});
    rule.action = one_of({"trash", "trash", "trash", "archive", "keep"});
    return rule;
  }

  std::mt19937 random_;
};

}  // namespace

LetterCase make_letters(std::uint32_t seed) { return Generator(seed).make(); }

std::int64_t received_ms(std::int64_t minute) {
  return testing::days_ago_ms(1000) + minute * 60'000;
}

testing::MessageTable table_of(const std::vector<Letter>& mailbox) {
  testing::MessageTable table;
  for (const auto& letter : mailbox) {
    const auto content = std::to_string(letter.content);
    auto& message = table.add(letter.id);
    message.header("message-id", "<" + content + "@x>")
        .header("date", content)
        .from("s" + std::to_string(letter.sender()) + "@x")
        .in(*mail::find_location(letter.location));
    for (const auto& flag : letter.flags) message.flag(mail::find_flag(flag));
    letter.minute ? message.received_ms(received_ms(*letter.minute))
                  : message.unknown("received_at");
  }
  return table;
}

std::string to_text(const LetterCase& letters) {
  std::string text;
  for (const auto& letter : letters.mailbox) {
    text += letter.id + ": content " + std::to_string(letter.content) + ", minute " +
            std::to_string(letter.minute.value_or(-1)) + ", " + letter.location;
    for (const auto& flag : letter.flags) text += ", " + flag;
    text += "\n";
  }
  const char* const kinds[] = {"duplicate", "retain", "older", "flagged", "placed"};
  for (const auto& rule : letters.rules)
    text += std::string(kinds[static_cast<int>(rule.kind)]) + " last " + std::to_string(rule.last) +
            (rule.is_within ? " within" : "") + " minute " + std::to_string(rule.minute) + " " +
            rule.word + " -> " + rule.action + "\n";
  return text;
}

}  // namespace mailcomb::property
