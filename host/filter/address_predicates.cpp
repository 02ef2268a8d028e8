// SPDX-License-Identifier: Apache-2.0
#include "filter/predicates.hpp"
#include "mail/address.hpp"
#include "support/quote.hpp"

namespace mailcomb::filter {
namespace {

using mail::is_address;
using mail::is_domain;
using Test = Predicate::Test;

constexpr std::string_view kForms =
    "write a full address, \"@domain\" for that domain only, or {regex: …}";

std::string hint_for(std::string_view text) {
  const auto open = text.find('<');
  const auto close = text.rfind('>');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    const auto address = text.substr(open + 1, close - open - 1);
    if (is_address(address)) return "write the address alone: " + std::string(address);
  }
  if (is_domain(text) && text.find('.') != std::string_view::npos)
    return "write \"@" + std::string(text) +
           "\" for that domain only, or sender_domain: " + std::string(text) +
           " for those below it too";
  return std::string(kForms);
}

}  // namespace

Parsed parse_address(Reading& reading, const std::string& key, const Node& value) {
  if (value.kind == Node::Kind::kMap)
    return parse_regex_map(reading, key, value, std::string(kForms));
  auto text = read_value(reading, key, value);
  if (!text) return {};
  if (is_address(*text)) return text_leaf(Test::kAddress, key, key, std::move(*text));
  if (text->front() == '@' && is_domain(text->substr(1))) {
    auto leaf = text_leaf(Test::kDomain, key, key, *text);
    leaf.predicate.text.erase(0, 1);
    return leaf;
  }
  return reading.refuse(value.mark, in_quotes(*text) + " is not an address", hint_for(*text));
}

Parsed parse_sender_domain(Reading& reading, const std::string& key, const Node& value) {
  auto text = read_value(reading, key, value);
  if (!text) return {};
  if (is_domain(*text)) return text_leaf(Test::kWithinDomain, "from", key, std::move(*text));
  const auto domain = text->substr(text->rfind('@') + 1);
  const auto below = domain.starts_with("*.") ? domain.substr(2) : domain;
  return reading.refuse(value.mark, in_quotes(*text) + " is not a domain",
                        is_domain(below)
                            ? "did you mean '" + below + "'? It stands for those below it too"
                            : "write a domain such as example.com");
}

}  // namespace mailcomb::filter
