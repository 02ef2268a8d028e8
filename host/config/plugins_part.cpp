// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "config/composition_parts.hpp"
#include "support/quote.hpp"

namespace mailcomb::config {
namespace {

constexpr std::string_view kDigestPrefix = "sha256:";
constexpr std::size_t kDigestDigits = 64;

bool is_digest(std::string_view text) {
  return text.size() == kDigestDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

void read_pin(const Node::Member& pin, Plugins& plugins, Errors& errors) {
  if (!pin.key.ends_with(".so") || pin.key.find('/') != std::string::npos)
    errors.push_back(error_at(pin.key_mark,
                              in_quotes(pin.key) + " is not the file name of a plugin",
                              "pins are by file name alone, such as acme.so"));
  if (pin.value.kind != Node::Kind::kText) return;
  std::string_view text = pin.value.text;
  const bool has_prefix = text.starts_with(kDigestPrefix);
  if (has_prefix) text.remove_prefix(kDigestPrefix.size());
  if (!has_prefix || !is_digest(text)) {
    errors.push_back(
        error_at(pin.value.mark, in_quotes(shown_text(pin.value)) + " is no pin",
                 "write sha256: and the 64 lower-case digits that 'sha256sum FILE' prints"));
    return;
  }
  plugins.pins[pin.key] = text;
}

}  // namespace

Plugins read_plugins(const Node& node, const Folders& folders, Errors& errors) {
  Plugins plugins;
  for (const Node* path : texts_of(node, "path"))
    plugins.path.emplace_back(absolute_path(path->text, folders));
  if (const Node* pins = node.find("pins"); pins && pins->kind == Node::Kind::kMap)
    for (const auto& pin : pins->members) read_pin(pin, plugins, errors);
  const Node* isolation = find_text(node, "isolation");
  if (isolation && isolation->text == "process")
    errors.push_back(error_at(isolation->mark,
                              "plugins cannot run in processes of their own yet; they run inside "
                              "mailcomb",
                              "write auto or in-process, and use only plugins that you trust"));
  return plugins;
}

}  // namespace mailcomb::config
