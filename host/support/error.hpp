// SPDX-License-Identifier: Apache-2.0
// Error and Result: failures are values; the callee describes them, the program's edge prints them.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace mailcomb {

// What kind of failure it is; the program's exit code follows from it (app/exit_code.hpp).
enum class Fault {
  kInternal,     // Our bug.
  kUsage,        // The command line.
  kInvalid,      // Configuration, policy or plan.
  kUnavailable,  // Mailbox or store.
  kLocked,       // Another run holds the mailbox.
  kSignIn,       // Credentials.
  kLater,        // Quota or deadline; resumable.
  kCancelled,    // The user or a signal asked to stop.
};

// What failed, where, what was expected, what to do.
struct Error {
  Fault fault = Fault::kInternal;
  std::string message;  // One sentence, no full stop.
  std::string hint;     // What to do about it, or empty.
  std::string origin;   // The file, or empty.
  int line = 0;         // From 1; 0 if there is no place in a file.
  int column = 0;       // From 1, in characters.
  std::string excerpt;  // The text of that line, for the caret.

  // Into a component's configuration, as a JSON pointer, until who read the file makes a place of
  // it. Never printed.
  std::string path = {};
};

template <class T>
using Result = tl::expected<T, Error>;

// For inputs of which every error is told in one pass. Never empty when it is the answer.
using Errors = std::vector<Error>;
template <class T>
using Checked = tl::expected<T, Errors>;

inline tl::unexpected<Error> fail(Fault fault, std::string message, std::string hint = {}) {
  return tl::unexpected(Error{fault, std::move(message), std::move(hint), {}, 0, 0, {}});
}

// `origin:line:column: message`, the excerpt with a caret, then `hint: …`; ends with a newline.
std::string to_text(const Error& error);

}  // namespace mailcomb
