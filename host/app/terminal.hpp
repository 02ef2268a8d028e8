// SPDX-License-Identifier: Apache-2.0
// Terminal: data goes to stdout, everything else to stderr; nothing from mail controls either.
#pragma once

#include <string>
#include <string_view>

#include "app/progress.hpp"

namespace mailcomb::app {

// Control characters, and the invisible ones that reorder text, become U+FFFD; line ends become
// spaces.
std::string printable(std::string_view text);

// JSON text with those characters escaped, which says the same to whoever parses it.
std::string printable_json(std::string_view json);

// At most `columns` columns wide, cut with … where it is longer. Wide characters count two.
std::string fitted(std::string_view text, std::size_t columns);

// The columns that a text takes.
std::size_t width_of(std::string_view text);

class Terminal {
 public:
  Terminal(bool is_quiet, bool is_verbose, ProgressStyle progress);
  void set_volume(bool is_quiet, bool is_verbose);

  // Data. Answers false once nobody reads it any more (a closed pipe).
  bool print(std::string_view data);
  void note(std::string_view line);    // Unless quiet.
  void detail(std::string_view line);  // Only if verbose.
  void warn(std::string_view line);    // Always.
  Progress& progress() { return progress_; }

  bool can_ask() const;
  // Shows the question; true only for "y" or "yes".
  bool ask(std::string_view question) const;

  bool is_broken() const { return is_broken_; }

 private:
  bool is_quiet_;
  bool is_verbose_;
  bool is_broken_ = false;
  Progress progress_;
};

}  // namespace mailcomb::app
