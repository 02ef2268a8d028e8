// SPDX-License-Identifier: Apache-2.0
#include "mail/gmail_labels.hpp"

#include <algorithm>
#include <array>

#include "mail/ascii.hpp"
#include "mail/label_list.hpp"
#include "mail/text.hpp"
#include "mailcomb/abi/column.h"

namespace mailcomb::local_mail {
namespace {

constexpr std::string_view kHeader = "x-gmail-labels";

// What one of Gmail's own labels says; each of them says one thing at most.
struct Meaning {
  std::string_view label;
  std::uint64_t flags = 0;
  std::string_view location = {};
  std::string_view category = {};
};

constexpr Meaning kMeanings[] = {{"trash", 0, "trash"},
                                 {"bin", 0, "trash"},
                                 {"spam", 0, "spam"},
                                 {"draft", MAILCOMB_FLAG_DRAFT, "drafts"},
                                 {"drafts", MAILCOMB_FLAG_DRAFT, "drafts"},
                                 {"sent", 0, "sent"},
                                 {"sent mail", 0, "sent"},
                                 {"inbox", 0, "inbox"},
                                 {"archived", 0, "archive"},
                                 {"unread", MAILCOMB_FLAG_UNREAD},
                                 {"starred", MAILCOMB_FLAG_STARRED},
                                 {"important", MAILCOMB_FLAG_IMPORTANT},
                                 {"opened"},
                                 {"category personal", 0, "", "primary"},
                                 {"category primary", 0, "", "primary"},
                                 {"category promotions", 0, "", "promotions"},
                                 {"category social", 0, "", "social"},
                                 {"category updates", 0, "", "updates"},
                                 {"category forums", 0, "", "forums"}};

// The first place that a message has counts.
constexpr std::array<std::string_view, 6> kPlaces = {"trash", "spam",  "drafts",
                                                     "sent",  "inbox", "archive"};
constexpr std::array<std::string_view, 6> kFolders = {"Trash", "Spam",  "Drafts",
                                                      "Sent",  "INBOX", "Archive"};

const Meaning* find_meaning(std::string_view label) {
  std::string name = to_lower(label);
  std::ranges::replace_if(
      name, [](char c) { return c == '_' || c == '-'; }, ' ');
  const auto* found = std::ranges::find(kMeanings, name, &Meaning::label);
  return found == std::end(kMeanings) ? nullptr : found;
}

std::size_t rank(std::string_view location) {
  return static_cast<std::size_t>(std::ranges::find(kPlaces, location) - kPlaces.begin());
}

void add(std::string label, GmailLabels& labels) {
  const Meaning* meaning = find_meaning(label);
  if (!meaning) {
    labels.own.push_back(std::move(label));
    return;
  }
  labels.flags |= meaning->flags;
  if (!meaning->category.empty()) labels.category = meaning->category;
  if (rank(meaning->location) < rank(labels.location)) labels.location = meaning->location;
}

}  // namespace

GmailLabels read_gmail_labels(const HeaderBlock& headers) {
  GmailLabels labels;
  labels.location = "other";
  std::string unfolded, decoded;
  for (const auto& field : headers.fields()) {
    if (!is_named(field.name, kHeader)) continue;
    if (!labels.is_known) labels = {true, 0, "archive", "primary", {}};
    unfolded.clear();
    for (auto& label : split_labels(decode_text(unfold(field.body, unfolded), decoded)))
      add(std::move(label), labels);
  }
  return labels;
}

bool is_from_gmail(const HeaderBlock& headers) {
  return std::ranges::any_of(headers.fields(), [](const HeaderField& field) {
    return is_named(field.name, kHeader) || is_named(field.name, "x-gm-thrid");
  });
}

std::string_view folder_of_location(std::string_view location) {
  const auto at = rank(location);
  return at < kFolders.size() ? kFolders[at] : "Other";
}

}  // namespace mailcomb::local_mail
