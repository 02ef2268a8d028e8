// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "config/composition_parts.hpp"
#include "support/quote.hpp"
#include "support/time_span.hpp"

namespace mailcomb::config {
namespace {

std::optional<Backlog> read_backlog(const Node& pipeline) {
  const Node* node = pipeline.find("backlog");
  if (!node) return {};
  const auto text = text_of(*node, "per_run");
  Backlog backlog;
  std::from_chars(text.data(), text.data() + text.size(), backlog.per_run);
  if (text_of(*node, "order") == "newest") backlog.order = Backlog::Order::kNewest;
  return backlog;
}

std::optional<std::chrono::seconds> read_deadline(const Node& pipeline, Errors& errors) {
  const Node* node = find_text(pipeline, "deadline");
  if (!node) return {};
  const auto span = parse_time_span(node->text);
  if (span) return *span;
  // Not the error's own words: what a variable holds is not shown.
  errors.push_back(error_at(node->mark,
                            node->spelling.empty() ? span.error().message
                                                   : in_quotes(node->spelling) + " is no time span",
                            span.error().hint));
  return {};
}

// A file is meant from the folder of mailcomb.yaml on; a name is looked up as --policy is.
std::string read_policy(const Node& pipeline, const Folders& folders) {
  const auto text = text_of(pipeline, "policy");
  const bool is_file =
      text.find('/') != std::string::npos || text.ends_with(".yaml") || text.ends_with(".yml");
  return is_file ? absolute_path(text, folders) : text;
}

}  // namespace

Pipeline read_pipeline(const Node::Member& member, const Folders& folders, Errors& errors) {
  const auto& node = member.value;
  Pipeline pipeline;
  pipeline.name = member.key;
  pipeline.mark = member.key_mark;
  for (const Node* mailbox : texts_of(node, "mailboxes"))
    pipeline.mailboxes.push_back(mailbox->text);
  pipeline.policy = read_policy(node, folders);
  pipeline.store = text_of(node, "store");
  pipeline.execute = truth_of(node, "execute");
  pipeline.dry_run = truth_of(node, "dry_run");
  pipeline.backlog = read_backlog(node);
  pipeline.deadline = read_deadline(node, errors);
  return pipeline;
}

}  // namespace mailcomb::config
