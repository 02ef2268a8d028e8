// SPDX-License-Identifier: Apache-2.0
// Failure: the exception by which a component says why a call fails; it never leaves the plugin.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "mailcomb/abi/call.h"
#include "mailcomb/text.hpp"

namespace mailcomb::sdk {

struct Failure : std::exception {
  Failure(mailcomb_status status_, std::string code_, std::string summary_, std::string hint_ = {},
          std::string path_ = {})
      : status(status_),
        code(std::move(code_)),
        summary(std::move(summary_)),
        hint(std::move(hint_)),
        path(std::move(path_)) {}
  const char* what() const noexcept override { return summary.c_str(); }

  mailcomb_status status;
  std::string code;     // Stable, kebab-case.
  std::string summary;  // What failed, where, what was expected.
  std::string hint;     // What to do.
  std::string path;     // Into the configuration, as a JSON pointer.
};

// The host's side of one call.
class Call {
 public:
  explicit Call(const mailcomb_call* call) : call_(call) {}
  bool is_cancelled() const { return call_->is_cancelled(call_->context) != 0; }

 private:
  const mailcomb_call* call_;
};

namespace detail {

inline void report(const mailcomb_call* call, std::string_view code, std::string_view path,
                   std::string_view summary, std::string_view hint) {
  const mailcomb_diagnostic diagnostic{
      sizeof(mailcomb_diagnostic), 0, slice(code), slice(path), slice(summary), slice(hint)};
  call->report(call->context, &diagnostic);
}

// Runs one call of a component. Nothing thrown ever crosses the boundary.
template <class Body>
mailcomb_status guard(const mailcomb_call* call, Body&& body) noexcept {
  try {
    body();
    return MAILCOMB_OK;
  } catch (const Failure& failure) {
    report(call, failure.code, failure.path, failure.summary, failure.hint);
    return failure.status;
  } catch (const std::bad_alloc&) {
    report(call, "out-of-memory", "", "out of memory", "");
  } catch (const std::exception& error) {
    report(call, "exception", "", error.what(), "this is a bug of the plugin; tell its author");
  } catch (...) {
    report(call, "exception", "", "threw something that is no std::exception",
           "this is a bug of the plugin; tell its author");
  }
  return MAILCOMB_FAILED;
}

// For calls on the host's services that fail only if the plugin misuses them.
inline void expect_ok(mailcomb_status status) {
  if (status != MAILCOMB_OK)
    throw Failure(status, "host-refused", "the host refused what the component built",
                  "this is a bug of the plugin; tell its author");
}

}  // namespace detail
}  // namespace mailcomb::sdk
