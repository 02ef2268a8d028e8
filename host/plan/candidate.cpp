// SPDX-License-Identifier: Apache-2.0
#include "plan/candidate.hpp"

#include <algorithm>

namespace mailcomb::plan {

Match* Candidate::find_match(std::uint32_t rule) {
  const auto found = std::find_if(matches.begin(), matches.end(),
                                  [rule](const Match& match) { return match.rule == rule; });
  return found == matches.end() ? nullptr : &*found;
}

}  // namespace mailcomb::plan
