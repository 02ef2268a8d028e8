// SPDX-License-Identifier: Apache-2.0
#include "support/document.hpp"

#include <algorithm>
#include <tuple>

namespace mailcomb {
namespace {

// A longer line is no help to anyone, least of all with many errors in it.
constexpr std::size_t kExcerptBytesMax = 400;

}  // namespace

Error error_at(const Mark& mark, std::string message, std::string hint) {
  Error error{Fault::kInvalid, std::move(message), std::move(hint), {}, mark.line, mark.column, {}};
  if (!mark.source) return error;
  error.origin = mark.source->name;
  const auto line = static_cast<std::size_t>(mark.line);
  if (line < 1 || line > mark.source->lines.size()) return error;
  const auto& text = mark.source->lines[line - 1];
  if (text.size() <= kExcerptBytesMax) error.excerpt = text;
  return error;
}

void sort_by_place(Errors& errors) {
  std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
}

}  // namespace mailcomb
