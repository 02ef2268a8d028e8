// SPDX-License-Identifier: Apache-2.0
#include "plugin/value_bytes.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "plugin/utf8.hpp"

namespace mailcomb::plugin {
namespace {

// Then follow the nodes, then the byte area.
struct Header {
  std::uint64_t node_count;
  std::uint64_t byte_count;
};

}  // namespace

std::string value_to_bytes(const sdk::Value& value) {
  const sdk::FlatValue flat(value);
  const mailcomb_value abi = flat.abi();
  const Header header{abi.node_count, abi.byte_count};
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.append(reinterpret_cast<const char*>(abi.nodes),
               abi.node_count * sizeof(mailcomb_value_node));
  bytes.append(reinterpret_cast<const char*>(abi.bytes), abi.byte_count);
  return bytes;
}

std::optional<sdk::Value> value_from_bytes(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header) return {};
  std::memcpy(&header, bytes.data(), sizeof header);
  bytes.remove_prefix(sizeof header);
  if (header.node_count == 0 || header.node_count > bytes.size() / sizeof(mailcomb_value_node))
    return {};
  // Copied, since a column's text is not aligned.
  std::vector<mailcomb_value_node> nodes(header.node_count);
  const std::size_t nodes_size = nodes.size() * sizeof(mailcomb_value_node);
  std::memcpy(nodes.data(), bytes.data(), nodes_size);
  bytes.remove_prefix(nodes_size);
  if (bytes.size() != header.byte_count) return {};
  return sdk::read_value({sizeof(mailcomb_value), static_cast<std::uint32_t>(nodes.size()),
                          nodes.data(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                          bytes.size()});
}

bool is_utf8(const sdk::Value& value) {
  if (value.is(sdk::Value::Kind::kText) && !is_utf8(std::string_view(value.text()))) return false;
  return std::all_of(value.members().begin(), value.members().end(), [](const auto& member) {
    return is_utf8(std::string_view(member.key)) && is_utf8(member.value);
  });
}

}  // namespace mailcomb::plugin
