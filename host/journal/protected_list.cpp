// SPDX-License-Identifier: Apache-2.0
#include "journal/protected_list.hpp"

#include <nlohmann/json.hpp>

namespace mailcomb::journal {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kKey = "protected-senders";
constexpr std::string_view kFormat = "mailcomb.protected/1";

tl::unexpected<Error> unreadable() {
  return fail(Fault::kUnavailable, "the list of protected senders in the store cannot be read",
              "was it written by a newer mailcomb? Use that one; nothing is changed meanwhile");
}

}  // namespace

Result<ProtectedList> load_protected(plugin::Store& store) {
  const auto document = store.get_document(kKey);
  if (!document) return tl::unexpected(document.error());
  ProtectedList list;
  if (!*document) return list;
  list.version = (*document)->version;
  const auto object = json::parse((*document)->bytes, nullptr, false);
  if (!object.is_object() || object.value("format", json()) != kFormat) return unreadable();
  const auto senders = object.value("senders", json());
  if (!senders.is_array()) return unreadable();
  for (const auto& sender : senders) {
    if (!sender.is_string()) return unreadable();
    list.senders.add(sender.get<std::string>());
  }
  return list;
}

Result<plugin::Written> save_protected(plugin::Store& store, const ProtectedList& list) {
  const json object = {{"format", kFormat}, {"senders", list.senders.list()}};
  auto written = store.put_document(kKey, list.version, object.dump());
  if (!written || *written == plugin::Written::kConflict) return written;
  if (auto committed = store.commit(); !committed) return tl::unexpected(committed.error());
  return written;
}

Result<void> check_protected(plugin::Store& store, const RunHeader& header) {
  const auto list = load_protected(store);
  if (!list) return tl::unexpected(list.error());
  if (list->senders.digest() == header.protected_digest) return {};
  return fail(
      Fault::kInvalid, "the protected senders changed since this run was planned",
      "plan again; 'mailcomb protect --list' shows them, and 'mailcomb undo' takes back what "
      "a run has done");
}

}  // namespace mailcomb::journal
