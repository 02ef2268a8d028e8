// SPDX-License-Identifier: Apache-2.0
#include "takeout/takeout_mail.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <fstream>
#include <map>

#include "support/time.hpp"

namespace mailcomb::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::array kPlaces = {"Inbox", "Archived", "Sent", "Trash", "Spam", "Drafts"};
constexpr std::array kCategories = {"",
                                    "Category Promotions",
                                    "Category Social",
                                    "Category Updates",
                                    "Category Forums",
                                    "Category Personal"};
constexpr std::array kOwn = {"", "", "Work", "\"Bills, paid\"", "B=C3=BCro"};
constexpr std::array kAgesDays = {1, 5, 8, 20, 40, 100, 200, 400, 900};
constexpr int kMessages = 900;

const Time kNow = *parse_rfc3339("2002-12-01T00:00:00Z");

const std::map<std::string, std::string> kFolders = {{"Inbox", ""},     {"Archived", ".Archive"},
                                                     {"Sent", ".Sent"}, {"Trash", ".Trash"},
                                                     {"Spam", ".Spam"}, {"Drafts", ".Drafts"}};

template <class Items>
auto pick(const Items& items, int number) {
  return items[static_cast<std::size_t>(number) % items.size()];
}

void add_label(std::string& labels, const std::string& label) {
  if (!label.empty()) labels += (labels.empty() ? "" : ",") + label;
}

// Numbers that share no divisor give every combination sooner or later.
std::string labels_of(const TakeoutMessage& message, int i) {
  std::string labels;
  if (message.place != "Archived" || i % 2 == 0) add_label(labels, message.place);
  if (message.is_unread) add_label(labels, "Unread");
  if (message.is_starred) add_label(labels, "Starred");
  if (i % 13 == 5) add_label(labels, "Important");
  add_label(labels, pick(kCategories, i / 6));
  add_label(labels, pick(kOwn, i / 7));
  const bool is_encoded = labels.find('=') != labels.npos;
  return is_encoded ? "=?UTF-8?Q?" + labels + "?=" : labels;
}

std::string content_of(const TakeoutMessage& message, int i, Time received) {
  const auto date = fmt::gmtime(std::chrono::system_clock::to_time_t(received));
  std::string text =
      fmt::format("X-GM-THRID: {}\nX-Gmail-Labels: {}\n", 1'500'000 + i % 331, message.labels);
  if (i % 4 != 0) text += fmt::format("Received: by x; {:%a, %d %b %Y %H:%M:%S} +0000\n", date);
  text += fmt::format("Message-ID: <{}>\nFrom: Shop {} <news@shop{}.example>\nSubject: Offer {}\n",
                      message.id, i, i % 5, i);
  if (i % 3 == 0) text += "List-Id: <offers.shop.example>\n";
  if (i % 5 == 0) text += "List-Unsubscribe: <https://shop.example/off>\n";
  return text + "\nHello,\n\n>From here on it is text.\n";
}

TakeoutMessage make_message(int i) {
  TakeoutMessage message;
  message.id = fmt::format("{}@mail.example", i);
  message.place = i % 3 == 0 ? pick(kPlaces, i / 3) : "Inbox";
  message.is_unread = i % 2 == 1;
  message.is_starred = i % 17 == 3;
  message.labels = labels_of(message, i);
  const Time received = kNow - std::chrono::days(pick(kAgesDays, i)) - std::chrono::minutes(i);
  message.content = content_of(message, i, received);
  message.from_line = fmt::format("From {}@xxx {:%a %b %d %H:%M:%S +0000 %Y}\n", 1'500'000'000 + i,
                                  fmt::gmtime(std::chrono::system_clock::to_time_t(received)));
  return message;
}

}  // namespace

std::vector<TakeoutMessage> make_takeout_messages() {
  std::vector<TakeoutMessage> messages;
  for (int i = 0; i < kMessages; ++i) messages.push_back(make_message(i));
  return messages;
}

void write_mbox(const std::vector<TakeoutMessage>& messages, const fs::path& file) {
  std::ofstream mbox(file, std::ios::binary);
  for (const auto& message : messages) mbox << message.from_line << message.content << "\n";
}

void write_maildir(const std::vector<TakeoutMessage>& messages, const fs::path& folder) {
  for (const auto& [place, name] : kFolders)
    for (const char* part : {"cur", "new", "tmp"}) fs::create_directories(folder / name / part);
  for (const auto& message : messages) {
    const std::string letters = std::string(message.place == "Drafts" ? "D" : "") +
                                (message.is_starred ? "F" : "") + (message.is_unread ? "" : "S");
    const auto name = message.id + ":2," + letters;
    std::ofstream(folder / kFolders.at(message.place) / "cur" / name, std::ios::binary)
        << message.from_line << message.content;
  }
}

}  // namespace mailcomb::testing
