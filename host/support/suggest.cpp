// SPDX-License-Identifier: Apache-2.0
#include "support/suggest.hpp"

#include <algorithm>
#include <vector>

#include "support/ascii.hpp"

namespace mailcomb {
namespace {

// Nobody mistypes longer words, and the work grows with the square.
constexpr std::size_t kWordBytesMax = 64;
constexpr std::size_t kBeginningBytesMin = 3;

std::string folded(std::string_view word) {
  std::string folded = ascii_lower(word);
  std::replace(folded.begin(), folded.end(), '-', '_');
  return folded;
}

// Optimal string alignment.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = i + j;
        continue;
      }
      const bool same = a[i - 1] == b[j - 1];
      edits[i][j] = std::min(
          {edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  }
  return edits[a.size()][b.size()];
}

std::optional<std::string_view> find_only_beginning(std::string_view word,
                                                    std::span<const std::string_view> names) {
  const auto begins = [&](std::string_view name) { return name.starts_with(word); };
  if (word.size() < kBeginningBytesMin) return {};
  if (std::count_if(names.begin(), names.end(), begins) != 1) return {};
  return *std::find_if(names.begin(), names.end(), begins);
}

}  // namespace

std::optional<std::string_view> find_nearest(std::string_view word,
                                             std::span<const std::string_view> names) {
  if (word.size() > kWordBytesMax) return {};
  std::optional<std::string_view> nearest;
  std::size_t least = std::max<std::size_t>(1, word.size() / 4) + 1;
  for (const auto name : names) {
    const auto edits = distance(folded(word), folded(name));
    if (edits >= least || edits >= name.size()) continue;
    least = edits;
    nearest = name;
  }
  return nearest ? nearest : find_only_beginning(word, names);
}

std::string suggest(std::string_view word, std::span<const std::string_view> names,
                    std::string_view plural) {
  if (const auto nearest = find_nearest(word, names))
    return "did you mean '" + std::string(*nearest) + "'?";
  return std::string(plural) + " are " + join(names);
}

std::string join(std::span<const std::string_view> names) {
  std::string text;
  for (const auto name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

}  // namespace mailcomb
