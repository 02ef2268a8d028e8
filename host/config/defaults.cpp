// SPDX-License-Identifier: Apache-2.0
#include "config/defaults.hpp"

#include <array>

#include "config/composition_parts.hpp"
#include "support/read_scalar.hpp"
#include "support/yaml.hpp"

namespace mailcomb::config {
namespace {

constexpr std::array<std::string_view, 4> kKeys = {"rule", "store", "policy", "mailboxes"};

std::string read_key(const Node& node, const char* key, Errors& errors) {
  const std::string name = "'" + std::string(key) + "'";
  if (const Node* value = node.find(key)) return read_text(*value, name, errors).value_or("");
  errors.push_back(error_at(node.mark, "the defaults have no " + name));
  return {};
}

}  // namespace

Checked<Defaults> read_defaults(const std::string& text, const std::string& name) {
  Errors errors;
  const auto node = parse_yaml(text, name, errors);
  if (!node) return tl::unexpected(std::move(errors));
  if (node->kind != Node::Kind::kMap) {
    errors.push_back(error_at(node->mark, "the defaults are a mapping, not " + describe(*node)));
    return tl::unexpected(std::move(errors));
  }
  check_keys(*node, kKeys, "the defaults", errors);
  Defaults defaults{read_key(*node, "rule", errors), read_key(*node, "store", errors),
                    read_key(*node, "policy", errors), read_mailboxes(*node)};
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return defaults;
}

}  // namespace mailcomb::config
