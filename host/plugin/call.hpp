// SPDX-License-Identifier: Apache-2.0
// Caller and CallContext: one call into a component, and what its failure means to the user.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "mailcomb/abi/call.h"
#include "plugin/batch_builder.hpp"
#include "plugin/call_observer.hpp"
#include "plugin/component.hpp"
#include "plugin/value_builder.hpp"
#include "support/error.hpp"

namespace mailcomb::plugin {

// Asked from any thread that works on a call; true: the component should come to an end. May be
// empty.
using StopAsked = std::function<bool()>;

class CallContext;

// Who is called: the component by its name, for every message about it.
class Caller {
 public:
  // An observer of the component must outlive it.
  explicit Caller(const Component& component, StopAsked stop = {});

  // "provider 'maildir'"
  const std::string& name() const { return name_; }
  bool is_stopped() const { return stop_ && stop_(); }
  // The same, for calls that have to end well while everything else stops.
  Caller unstoppable() const {
    Caller caller = *this;
    caller.stop_ = {};
    return caller;
  }

  // `body` gets a `const mailcomb_call*` and answers the status.
  template <class Body>
  Result<void> call(std::string_view function, Body&& body) const;
  // `body` also gets a `const mailcomb_value_builder*`.
  template <class Body>
  Result<sdk::Value> call_for_value(std::string_view function, Body&& body) const;
  // `body` also gets a `const mailcomb_row_writer*`; the rows are in `rows` if the call succeeds.
  template <class Body>
  Result<void> call_for_rows(std::string_view function, BatchBuilder& rows, Body&& body) const;

  // The component broke its contract; its author must know.
  Error bug(std::string_view function, std::string_view what) const;

 private:
  friend class CallContext;

  std::string name_;
  std::string label_;  // "provider:maildir"
  std::string bug_hint_;
  StopAsked stop_;
  CallObserver* observer_;
};

// The host's side of one call. `abi()` is valid while the context stays where it is.
class CallContext {
 public:
  // The caller must outlive it; `function` is the slot's name.
  CallContext(const Caller& caller, std::string_view function);
  CallContext(const CallContext&) = delete;
  CallContext& operator=(const CallContext&) = delete;

  const mailcomb_call* abi() const { return &abi_; }

  // The call has come back with this.
  mailcomb_status end(mailcomb_status status) const;

  // What the component reported last, as an error of the host.
  Error error(mailcomb_status status) const;

 private:
  void report(const mailcomb_diagnostic& diagnostic);

  const Caller& caller_;
  std::string_view function_;
  mailcomb_call abi_;
  std::chrono::nanoseconds started_{0};
  std::string summary_, hint_, path_;
};

template <class Body>
Result<void> Caller::call(std::string_view function, Body&& body) const {
  const CallContext context(*this, function);
  const mailcomb_status status = context.end(body(context.abi()));
  if (status != MAILCOMB_OK) return tl::unexpected(context.error(status));
  return {};
}

template <class Body>
Result<sdk::Value> Caller::call_for_value(std::string_view function, Body&& body) const {
  ValueBuilder built;
  const mailcomb_value_builder to = built.builder();
  const auto called = call(function, [&](const mailcomb_call* call) { return body(call, &to); });
  // What the host refused is the cause; the status only follows from it.
  if (!built.misuse().empty()) return tl::unexpected(bug(function, built.misuse()));
  if (!called) return tl::unexpected(called.error());
  auto value = built.take();
  if (!value) return tl::unexpected(bug(function, built.misuse()));
  return std::move(*value);
}

template <class Body>
Result<void> Caller::call_for_rows(std::string_view function, BatchBuilder& rows,
                                   Body&& body) const {
  const mailcomb_row_writer to = rows.writer();
  const auto called = call(function, [&](const mailcomb_call* call) { return body(call, &to); });
  if (!rows.misuse().empty()) return tl::unexpected(bug(function, rows.misuse()));
  if (!called) return called;
  if (rows.is_within_row()) return tl::unexpected(bug(function, "the last row was not ended"));
  return {};
}

}  // namespace mailcomb::plugin
