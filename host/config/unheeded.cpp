// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "config/composition_parts.hpp"

namespace mailcomb::config {
namespace {

struct UnheededKey {
  std::array<std::string_view, 3> path;
  std::string_view harmless;  // A value that asks for nothing.
  const char* hint;
};

constexpr const char* kLog = "what is said goes to standard error, as text for people";

constexpr std::array<UnheededKey, 6> kUnheeded = {{
    {{"telemetry", "metrics", "listen"}, {}, ""},
    {{"telemetry", "metrics", "pushgateway"}, {}, ""},
    {{"telemetry", "log", "format"}, "text", kLog},
    {{"telemetry", "log", "file"}, {}, kLog},
    {{"telemetry", "notify", {}}, {}, "look at the exit code of 'mailcomb run' instead"},
    {{"categories", {}, {}}, {}, "a policy can say 'from:' of a sender"},
}};

bool says_something(const Node& node, std::string_view harmless) {
  if (node.kind == Node::Kind::kText) return node.text != harmless;
  for (const auto& member : node.members)
    if (says_something(member.value, harmless)) return true;
  return false;
}

}  // namespace

void note_unheeded(const Node& root, Composition& composition) {
  for (const auto& key : kUnheeded) {
    const Node* at = &root;
    std::string name;
    for (const auto step : key.path) {
      if (step.empty() || !at) continue;
      name += (name.empty() ? "" : ".") + std::string(step);
      at = at->find(step);
    }
    if (at && says_something(*at, key.harmless))
      composition.notes.push_back(
          error_at(at->mark, "'" + name + "' has no effect in this version", key.hint));
  }
}

}  // namespace mailcomb::config
