// SPDX-License-Identifier: Apache-2.0
#include "config/references.hpp"

#include <algorithm>

#include "config/composition_parts.hpp"
#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::config {
namespace {

bool is_same(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.text != b.text || a.members.size() != b.members.size()) return false;
  const bool is_list = a.kind == Node::Kind::kList;
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    const Node* other = is_list ? &b.members[i].value : b.find(a.members[i].key);
    if (!other || !is_same(a.members[i].value, *other)) return false;
  }
  return true;
}

template <class Entries>
std::string hint_for(const std::string& name, const Entries& entries, const char* plural) {
  std::vector<std::string_view> names;
  for (const auto& entry : entries) names.push_back(entry.name);
  if (names.empty())
    return "there are no " + std::string(plural) + "; write them below '" + plural + ":'";
  return suggest(name, names, plural);
}

class References {
 public:
  References(const Composition& composition, const Node& root)
      : composition_(composition), root_(root) {}

  Errors check() {
    check_distinct();
    for (const auto& pipeline : composition_.pipelines) check(pipeline);
    return std::move(errors_);
  }

 private:
  void refuse(const Mark& mark, std::string message, std::string hint = {}) {
    errors_.push_back(error_at(mark, std::move(message), std::move(hint)));
  }

  void check_distinct() {
    const auto& all = composition_.mailboxes;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (all[i].type == all[j].type && !all[i].type.empty() &&
            is_same(all[i].parameters, all[j].parameters)) {
          refuse(all[i].mark,
                 "mailboxes " + in_quotes(all[j].name) + " and " + in_quotes(all[i].name) +
                     " are the same",
                 "give a mailbox one name, so that two pipelines cannot meet in it");
          break;
        }
  }

  void check(const Pipeline& pipeline) {
    const Node* node = root_.find("pipelines")->find(pipeline.name);
    const Node* list = node->find("mailboxes");
    if (list && list->kind == Node::Kind::kList && list->members.empty())
      refuse(list->mark, "pipeline " + in_quotes(pipeline.name) + " has no mailboxes",
             "name at least one of 'mailboxes:'");
    std::vector<std::string> before;
    for (const Node* mailbox : texts_of(*node, "mailboxes")) {
      if (std::find(before.begin(), before.end(), mailbox->text) != before.end())
        refuse(mailbox->mark, "pipeline " + in_quotes(pipeline.name) + " has mailbox " +
                                  in_quotes(mailbox->text) + " twice");
      else
        check_mailbox(pipeline, *mailbox);
      before.push_back(mailbox->text);
    }
    check_store(pipeline, *node);
  }

  void check_mailbox(const Pipeline& pipeline, const Node& mailbox) {
    if (!composition_.find_mailbox(mailbox.text))
      return refuse(mailbox.mark, "there is no mailbox " + in_quotes(shown_text(mailbox)),
                    hint_for(mailbox.text, composition_.mailboxes, "mailboxes"));
    if (pipeline.dry_run.value_or(false)) return;
    for (const auto& other : composition_.pipelines) {
      if (&other == &pipeline) return;
      const auto& names = other.mailboxes;
      const bool is_there = std::find(names.begin(), names.end(), mailbox.text) != names.end();
      if (is_there && !other.dry_run.value_or(false))
        return refuse(mailbox.mark,
                      "mailbox " + in_quotes(mailbox.text) + " is in two pipelines, " +
                          in_quotes(other.name) + " and " + in_quotes(pipeline.name),
                      "put all rules for a mailbox into one policy, since their order counts; a "
                      "pipeline with 'dry_run: true' may look at any mailbox");
    }
  }

  void check_store(const Pipeline& pipeline, const Node& node) {
    const Node* store = find_text(node, "store");
    if (store && !composition_.find_store(store->text))
      return refuse(store->mark, "there is no store " + in_quotes(shown_text(*store)),
                    hint_for(store->text, composition_.stores, "stores"));
    if (!node.find("store") && composition_.stores.size() > 1)
      refuse(pipeline.mark,
             "pipeline " + in_quotes(pipeline.name) + " names no store, and there are " +
                 std::to_string(composition_.stores.size()),
             hint_for("", composition_.stores, "stores"));
  }

  const Composition& composition_;
  const Node& root_;
  Errors errors_;
};

}  // namespace

Errors find_wrong_references(const Composition& composition, const Node& root) {
  return References(composition, root).check();
}

}  // namespace mailcomb::config
