// SPDX-License-Identifier: Apache-2.0
// MessageTable: a few messages as a batch, said in the words of a test:
//     MessageTable table;
//     table.add("m1").days_old(400).from("Ann <ann@example.org>").starred();
//     const plugin::Batch batch = table.batch();
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mail/state.hpp"
#include "mailcomb/row_writer.hpp"
#include "plugin/batch_builder.hpp"
#include "support/time.hpp"

namespace mailcomb::testing {

// What every test takes for the present.
inline const Time kNow = *parse_rfc3339("2002-12-01T00:00:00Z");

inline std::int64_t days_ago_ms(int days) { return to_unix_ms(kNow - std::chrono::days(days)); }

// One message, of which a test says only what matters to it: the rest is an old, read message in
// the inbox, alone in its thread.
class TestMessage {
 public:
  explicit TestMessage(std::string id) : id_(id), thread_(std::move(id)) {}

  TestMessage& thread(std::string thread) { return set(thread_, std::move(thread)); }
  TestMessage& received(std::string_view rfc3339) {
    return set(received_at_ms_, to_unix_ms(parse_rfc3339(rfc3339).value()));
  }
  TestMessage& received_ms(std::int64_t ms) { return set(received_at_ms_, ms); }
  TestMessage& days_old(int days) { return set(received_at_ms_, days_ago_ms(days)); }
  TestMessage& size(std::int64_t bytes) { return set(size_bytes_, bytes); }
  TestMessage& attachments(std::int64_t count) { return set(attachments_, count); }
  TestMessage& flag(std::uint64_t flag) { return set(state_.flags, state_.flags | flag); }
  TestMessage& unread() { return flag(MAILCOMB_FLAG_UNREAD); }
  TestMessage& starred() { return flag(MAILCOMB_FLAG_STARRED); }
  TestMessage& replied() { return flag(MAILCOMB_FLAG_REPLIED); }
  TestMessage& important() { return flag(MAILCOMB_FLAG_IMPORTANT); }
  TestMessage& draft() { return flag(MAILCOMB_FLAG_DRAFT); }
  TestMessage& in(mail::Location location) { return set(state_.location, location); }
  TestMessage& folder(std::string folder) { return set(state_.folder, std::move(folder)); }
  TestMessage& label(std::string label) {
    state_.labels.push_back(std::move(label));
    return *this;
  }
  TestMessage& state(mail::State state) { return set(state_, std::move(state)); }
  TestMessage& subject(std::string subject) { return set(subject_, std::move(subject)); }
  // "Ann <ann@example.org>" or an address alone, once for each sender or recipient.
  TestMessage& from(std::string address) { return add("from", std::move(address)); }
  TestMessage& to(std::string address) { return add("to", std::move(address)); }
  TestMessage& cc(std::string address) { return add("cc", std::move(address)); }
  TestMessage& header(const std::string& name, std::string value) {
    return add("header:" + name, std::move(value));
  }
  TestMessage& category(std::string category) { return set(category_, std::move(category)); }
  TestMessage& importance(std::string importance) {
    return set(importance_, std::move(importance));
  }
  // The column is null: it could not be read.
  TestMessage& unknown(const std::string& column) {
    unknown_.insert(column);
    return *this;
  }

  const std::string& id() const { return id_; }
  const std::string& thread() const { return thread_; }
  const mail::State& state() const { return state_; }
  std::optional<std::int64_t> received_at_ms() const {
    if (unknown_.contains("received_at")) return {};
    return received_at_ms_;
  }

 private:
  friend class MessageTable;
  using Texts = std::vector<std::string>;

  template <class T>
  TestMessage& set(T& property, T value) {
    property = std::move(value);
    return *this;
  }
  TestMessage& add(const std::string& column, std::string text) {
    lists_[column].push_back(std::move(text));
    return *this;
  }
  const Texts& list(const std::string& column) const {
    static const Texts kNone;
    const auto found = lists_.find(column);
    return found == lists_.end() ? kNone : found->second;
  }
  void write(const plugin::ColumnSpec& column, std::uint32_t at, sdk::RowWriter& row) const;
  const std::string& text(const std::string& column) const;
  std::int64_t number(const std::string& column) const;
  void write_texts(const Texts& texts, std::uint32_t at, sdk::RowWriter& row) const;
  void write_addresses(const Texts& texts, std::uint32_t at, sdk::RowWriter& row) const;

  std::string id_, thread_, subject_;
  std::string category_ = "primary";
  std::string importance_ = "medium";
  std::int64_t received_at_ms_ = days_ago_ms(1000);
  std::int64_t size_bytes_ = 1000;
  std::int64_t attachments_ = 0;
  mail::State state_{0, mail::Location::kInbox, "INBOX", {}};
  std::map<std::string, Texts> lists_;  // Addresses and headers, by column.
  std::set<std::string> unknown_;
};

class MessageTable {
 public:
  TestMessage& add(std::string id) { return messages_.emplace_back(std::move(id)); }
  TestMessage& add(TestMessage message) { return messages_.emplace_back(std::move(message)); }

  // The provider lacks this column.
  MessageTable& without(const std::string& column) {
    missing_.insert(column);
    return *this;
  }

  const std::deque<TestMessage>& messages() const { return messages_; }
  std::deque<TestMessage>& messages() { return messages_; }

  // All columns but those that are missing, and every header that a message has, or that `category`,
  // `importance` and threads are derived from.
  plugin::Batch batch(std::uint64_t first_ordinal = 0) const;

 private:
  std::vector<plugin::ColumnSpec> columns() const;

  std::deque<TestMessage> messages_;  // A deque: `add` answers references.
  std::set<std::string> missing_;
};

// A table of one message, which `describe` fills.
template <class Describe>
plugin::Batch batch_of(Describe describe) {
  MessageTable table;
  describe(table.add("m1"));
  return table.batch();
}

}  // namespace mailcomb::testing
