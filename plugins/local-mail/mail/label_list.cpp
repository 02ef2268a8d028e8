// SPDX-License-Identifier: Apache-2.0
#include "mail/label_list.hpp"

#include <algorithm>
#include <optional>

#include "mail/ascii.hpp"

namespace mailcomb::local_mail {
namespace {

// Takes a quoted label off the front of `rest`, which begins with its quote; empty if it has no end.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string label;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    const bool is_followed_by_quote = i + 1 < rest.size() && rest[i + 1] == '"';
    if ((rest[i] == '"' || rest[i] == '\\') && is_followed_by_quote) {
      label += rest[++i];
    } else if (rest[i] == '"') {
      rest.remove_prefix(i + 1);
      return label;
    } else {
      label += rest[i];
    }
  }
  return {};
}

std::string take_label(std::string_view& rest) {
  std::string label;
  if (rest.starts_with('"'))
    if (auto quoted = take_quoted(rest)) label = std::move(*quoted);
  const auto comma = std::min(rest.find(','), rest.size());
  label += rest.substr(0, comma);
  rest.remove_prefix(std::min(comma + 1, rest.size()));
  return std::string(trim(label));
}

}  // namespace

std::vector<std::string> split_labels(std::string_view text) {
  std::vector<std::string> labels;
  for (auto rest = trim(text); !rest.empty(); rest = trim(rest))
    if (auto label = take_label(rest); !label.empty()) labels.push_back(std::move(label));
  return labels;
}

}  // namespace mailcomb::local_mail
