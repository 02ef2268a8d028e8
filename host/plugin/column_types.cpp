// SPDX-License-Identifier: Apache-2.0
#include "plugin/column_types.hpp"

#include <algorithm>

#include "mailcomb/abi/column.h"

namespace mailcomb::plugin {
namespace {

struct Known {
  std::string_view name;
  std::uint32_t type;
};

constexpr Known kKnown[] = {
    {"id", MAILCOMB_COLUMN_UTF8},         {"thread", MAILCOMB_COLUMN_UTF8},
    {"received_at", MAILCOMB_COLUMN_I64}, {"size_bytes", MAILCOMB_COLUMN_I64},
    {"flags", MAILCOMB_COLUMN_U64},       {"location", MAILCOMB_COLUMN_UTF8},
    {"folder", MAILCOMB_COLUMN_UTF8},     {"from", MAILCOMB_COLUMN_ADDRESSES},
    {"to", MAILCOMB_COLUMN_ADDRESSES},    {"cc", MAILCOMB_COLUMN_ADDRESSES},
    {"subject", MAILCOMB_COLUMN_UTF8},    {"labels", MAILCOMB_COLUMN_UTF8_LIST},
    {"category", MAILCOMB_COLUMN_UTF8},   {"importance", MAILCOMB_COLUMN_UTF8},
    {"attachments", MAILCOMB_COLUMN_I64}, {"restore", MAILCOMB_COLUMN_VALUE},
};

constexpr std::string_view kHeader = "header:";
constexpr std::string_view kFilter = "filter:";

bool is_lower_case(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::optional<std::uint32_t> column_type(std::string_view name) {
  if (name.starts_with(kHeader) && name.size() > kHeader.size() && is_lower_case(name))
    return MAILCOMB_COLUMN_UTF8_LIST;
  if (name.starts_with(kFilter) && name.size() > kFilter.size()) return MAILCOMB_COLUMN_I64;
  for (const Known& known : kKnown)
    if (known.name == name) return known.type;
  return {};
}

Result<std::vector<ColumnSpec>> column_specs(const std::vector<std::string>& names) {
  std::vector<ColumnSpec> specs;
  specs.reserve(names.size());
  for (const std::string& name : names) {
    const auto type = column_type(name);
    if (!type) return fail(Fault::kInvalid, "there is no column '" + name + "'");
    specs.push_back({name, *type});
  }
  return specs;
}

}  // namespace mailcomb::plugin
