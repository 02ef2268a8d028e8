// SPDX-License-Identifier: Apache-2.0
#include "config/composition_parts.hpp"

#include <algorithm>

#include "support/duration.hpp"
#include "support/quote.hpp"

namespace mailcomb::config {
namespace {

constexpr std::size_t kNameBytesMax = 64;

bool is_name(std::string_view text) {
  return text.size() <= kNameBytesMax && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

const std::vector<Node::Member>& members_of(const Node& root, std::string_view key) {
  static const std::vector<Node::Member> kNone;
  const Node* map = root.find(key);
  return map && map->kind == Node::Kind::kMap ? map->members : kNone;
}

template <class Entry>
Entry read_component(const Node::Member& member, std::string_view type_key) {
  Entry entry;
  entry.name = member.key;
  entry.mark = member.key_mark;
  entry.type = text_of(member.value, type_key);
  entry.parameters = member.value;
  std::erase_if(entry.parameters.members, [&](const auto& each) {
    return each.key == type_key || (type_key == "type" && each.key == "retention");
  });
  return entry;
}

std::optional<std::chrono::days> read_duration(const Node& map, std::string_view key,
                                               Errors& errors) {
  const Node* node = find_text(map, key);
  if (!node) return {};
  const auto duration = parse_duration(node->text);
  if (duration) return *duration;
  errors.push_back(error_at(node->mark, in_quotes(shown_text(*node)) + " is no duration",
                            "write a whole number and d, w, mo or y: 30d, 12w, 6mo, 1y"));
  return {};
}

StoreEntry read_store(const Node::Member& member, Errors& errors) {
  auto store = read_component<StoreEntry>(member, "type");
  if (const Node* retention = member.value.find("retention"))
    store.retention = {read_duration(*retention, "runs", errors),
                       read_duration(*retention, "actions", errors)};
  return store;
}

}  // namespace

const Node* find_text(const Node& map, std::string_view key) {
  const Node* node = map.find(key);
  return node && node->kind == Node::Kind::kText ? node : nullptr;
}

std::string text_of(const Node& map, std::string_view key) {
  const Node* node = find_text(map, key);
  return node ? node->text : "";
}

std::string path_of(const Node& map, std::string_view key, const Folders& folders) {
  const auto path = text_of(map, key);
  return path.empty() ? "" : absolute_path(path, folders);
}

std::optional<bool> truth_of(const Node& map, std::string_view key) {
  const auto text = text_of(map, key);
  if (text == "true") return true;
  if (text == "false") return false;
  return {};
}

std::vector<const Node*> texts_of(const Node& map, std::string_view key) {
  std::vector<const Node*> texts;
  const Node* list = map.find(key);
  if (!list || list->kind != Node::Kind::kList) return texts;
  for (const auto& item : list->members)
    if (item.value.kind == Node::Kind::kText) texts.push_back(&item.value);
  return texts;
}

void check_name(const Node::Member& member, const std::string& what, Errors& errors) {
  if (!member.key.empty() && is_name(member.key)) return;
  errors.push_back(error_at(member.key_mark,
                            "a " + what + " cannot be called " + in_quotes(member.key),
                            "write 1 to 64 letters, digits, - and _"));
}

std::vector<ComponentEntry> read_mailboxes(const Node& root) {
  std::vector<ComponentEntry> mailboxes;
  for (const auto& member : members_of(root, "mailboxes"))
    mailboxes.push_back(read_component<ComponentEntry>(member, "provider"));
  return mailboxes;
}

Composition read_parts(const Node& root, const Folders& folders, Errors& errors) {
  Composition composition;
  if (const Node* plugins = root.find("plugins"))
    composition.plugins = read_plugins(*plugins, folders, errors);
  for (const auto& member : members_of(root, "mailboxes")) check_name(member, "mailbox", errors);
  composition.mailboxes = read_mailboxes(root);
  for (const auto& member : members_of(root, "stores")) {
    check_name(member, "store", errors);
    composition.stores.push_back(read_store(member, errors));
  }
  for (const auto& member : members_of(root, "pipelines")) {
    check_name(member, "pipeline", errors);
    composition.pipelines.push_back(read_pipeline(member, folders, errors));
  }
  if (const Node* telemetry = root.find("telemetry"))
    read_telemetry(*telemetry, folders, composition);
  if (const Node* audit = root.find("audit"))
    composition.audit =
        text_of(*audit, "detail") == "ids" ? AuditDetail::kIds : AuditDetail::kMetadata;
  note_unheeded(root, composition);
  return composition;
}

}  // namespace mailcomb::config
