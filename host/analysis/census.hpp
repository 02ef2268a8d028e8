// SPDX-License-Identifier: Apache-2.0
// Census: counts a mailbox, message by message, and says what it found.
#pragma once

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/age_band.hpp"
#include "analysis/group.hpp"
#include "analysis/health.hpp"
#include "filter/evaluator.hpp"
#include "mail/location.hpp"

namespace mailcomb::analysis {

// The columns that it reads; a category is read or derived.
inline constexpr std::array<std::string_view, 7> kCensusColumns = {
    "received_at", "size_bytes", "flags", "location", "from", "category", "header:list-id"};

// Everything but `whole` and `places` is about *kept mail*: what lies outside trash, spam, drafts and
// sent.
struct Findings {
  Time now;
  Group whole;
  std::vector<Group> places;  // In the order of mail::Location.
  Group kept;
  std::vector<Group> ages;        // In the order of the bands.
  std::vector<Group> categories;  // The largest first. Unreadable messages are in none.
  std::vector<Group> senders;     // By the address of the first sender, the largest first.
  std::vector<Group> lists;       // By List-Id, the largest first.
  bool derives_categories = false;
  bool tells_flags = true;
  Health health;

  // Of at least kNeverReadFrom messages; empty if the provider tells no flags.
  std::vector<Group> never_read() const;
};

// Its memory grows with the number of different senders and lists, not with that of messages.
class Census {
 public:
  explicit Census(Time now);

  void add(const mailcomb_batch& batch);
  Findings finish();

 private:
  struct Facts;
  using Groups = std::unordered_map<std::string, Group>;

  Facts read(const filter::Message& message) const;
  void add(const Facts& facts);
  void count_health(const Facts& facts);
  static void count(const Facts& facts, Group& group);

  Time now_;
  Findings findings_;
  std::map<std::string, Group> categories_;
  Groups senders_;
  Groups lists_;
  HealthCounts counts_;
  std::int64_t with_flags_ = 0;
};

}  // namespace mailcomb::analysis
