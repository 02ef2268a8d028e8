// SPDX-License-Identifier: Apache-2.0
#include "pipeline/state_text.hpp"

#include "mailcomb/abi/column.h"

namespace mailcomb::pipeline {

std::string state_text(const mail::State& state) {
  std::string text = "in ";
  text += state.folder.empty() ? std::string(mail::to_text(state.location)) : state.folder;
  if ((state.flags & MAILCOMB_FLAG_UNREAD) == 0) text += ", read";
  for (const auto& flag : mail::flag_names(state.flags)) text += ", " + flag;
  for (const auto& label : state.labels) text += ", labelled " + label;
  return text;
}

}  // namespace mailcomb::pipeline
