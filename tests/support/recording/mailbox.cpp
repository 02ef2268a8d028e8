// SPDX-License-Identifier: Apache-2.0
#include "support/recording/mailbox.hpp"

#include <charconv>

#include "support/recording/applier.hpp"

namespace mailcomb::recording {
namespace {

constexpr std::array<std::string_view, 9> kActions = {"archive",     "trash",     "mark_read",
                                                      "mark_unread", "star",      "unstar",
                                                      "label:*",     "unlabel:*", "restore"};

bool contains(const Json& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

template <std::size_t kCount>
sdk::Value all_but(const std::array<std::string_view, kCount>& names, const Json& missing) {
  auto list = sdk::Value::list();
  for (const auto name : names)
    if (!contains(missing, name)) list.push(name);
  return list;
}

Json filter_json(const sdk::Value* filter) { return filter ? to_json(*filter) : Json(); }

bool is_used(const MailboxFile& file, const std::string& label) {
  return std::any_of(file.messages().begin(), file.messages().end(), [&](const Json& message) {
    return contains(property(message, "labels"), label);
  });
}

// Labels that somebody has to create before they can be set.
Json new_labels(MailboxFile& file, std::span<const mailcomb_str> actions) {
  constexpr std::string_view kLabel = "label:";
  Json labels = Json::array();
  for (const auto& action : actions) {
    const auto text = sdk::view(action);
    if (!text.starts_with(kLabel)) continue;
    const std::string label(text.substr(kLabel.size()));
    const bool exists = contains(file.labels(), label) || is_used(file, label);
    if (!exists && !contains(labels, label)) labels.push_back(label);
  }
  return labels;
}

}  // namespace

RecordingMailbox::RecordingMailbox(const sdk::Config& config)
    : path_(config["path"].text()), log_(path_ + ".calls"), lock_(path_ + ".lock") {
  load();
  log_.add("open");
}

sdk::Value RecordingMailbox::describe() {
  log_.add("describe");
  const auto file = load();
  const auto& behaviour = file.behaviour();
  const auto missing = [&](const char* name) { return behaviour.value(name, Json::array()); };
  const bool is_read_only = behaviour.value("read_only", false);
  return sdk::Value::map(
      {{"account", file.account()},
       {"columns", all_but(kColumns, missing("columns_missing"))},
       {"actions",
        is_read_only ? sdk::Value::list() : all_but(kActions, missing("actions_missing"))},
       {"changes_per_batch", behaviour.value("changes_per_batch", std::int64_t{1000})},
       {"cost_unit", "messages"},
       {"notes", sdk::Value::map({{"trash", "the recording forgets nothing"}})}});
}

sdk::ScanPlan RecordingMailbox::plan_scan(std::span<const std::string> columns,
                                          const sdk::Value* filter) {
  log_.add("plan_scan", {{"columns", columns}, {"filter", filter_json(filter)}});
  const auto file = load();
  if (file.behaviour().value("fail_plan_scan", false))
    throw sdk::Failure(MAILCOMB_UNAVAILABLE, "no-estimate", "nobody knows", "");
  return {MAILCOMB_SEARCH_NONE, static_cast<std::int64_t>(file.messages().size())};
}

std::unique_ptr<Scan> RecordingMailbox::scan(std::span<const std::string> columns,
                                             const sdk::Value* filter) {
  log_.add("scan_open", {{"columns", columns}, {"filter", filter_json(filter)}});
  return std::make_unique<Scan>(load(), std::vector(columns.begin(), columns.end()), log_);
}

void RecordingMailbox::observe(const sdk::Call&, std::span<const mailcomb_str> ids,
                               std::span<const std::string> columns, sdk::RowWriter& rows) {
  log_.add("observe", {{"ids", to_json(ids)}, {"columns", columns}});
  auto file = load();
  const auto gone = file.behaviour().value("gone", Json::array());
  for (const auto& id : ids) {
    const Json* message = file.find(sdk::view(id));
    if (message && !contains(gone, sdk::view(id))) write_row(*message, columns, rows);
  }
}

sdk::Value RecordingMailbox::prepare(std::span<const mailcomb_str> actions) {
  log_.add("prepare", {{"actions", to_json(actions)}});
  auto file = load();
  const auto labels = new_labels(file, actions);
  if (labels.empty()) return {};
  return sdk::Value::map({{"labels", text_list(labels)}});
}

void RecordingMailbox::apply(const sdk::Call& call, std::span<const mailcomb_change> changes,
                             sdk::Outcomes& outcomes) {
  log_.add("apply", {{"changes", to_json(changes)}});
  auto file = load();
  Applier(file, call, outcomes).apply(changes);
}

void RecordingMailbox::retire(const sdk::Value& creations) {
  log_.add("retire", {{"creations", to_json(creations)}});
  auto file = load();
  Json kept = Json::array();
  const auto created = to_json(creations["labels"]);
  for (const auto& label : file.labels())
    if (!contains(created, label.get<std::string>()) || is_used(file, label)) kept.push_back(label);
  file.labels() = std::move(kept);
  file.save();
}

std::string RecordingMailbox::changes_since(std::string_view cursor, sdk::RowWriter& rows) {
  log_.add("changes_since", {{"cursor", cursor}});
  const auto file = load();
  std::int64_t after = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), after);
  const bool is_number = error == std::errc() && end == cursor.data() + cursor.size();
  if (!cursor.empty() && !is_number)
    throw sdk::Failure(MAILCOMB_UNSUPPORTED, "recording-cursor", "the cursor is too old");
  for (const auto& message : file.messages()) {
    if (cursor.empty() || message.value("changed", std::int64_t{0}) <= after) continue;
    rows.text(0, message["id"].get<std::string>());
    rows.end_row();
  }
  return std::to_string(file.value("sequence"));
}

void RecordingMailbox::lock() {
  log_.add("lock");
  lock_.lock();
}

void RecordingMailbox::unlock() noexcept {
  lock_.unlock();
  log_.add("unlock");
}

}  // namespace mailcomb::recording
