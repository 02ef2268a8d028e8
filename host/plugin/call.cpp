// SPDX-License-Identifier: Apache-2.0
#include "plugin/call.hpp"

#include "mailcomb/text.hpp"
#include "plugin/utf8.hpp"

namespace mailcomb::plugin {
namespace {

Fault fault_of(mailcomb_status status) {
  switch (status) {
    case MAILCOMB_INVALID: return Fault::kInvalid;
    case MAILCOMB_UNAVAILABLE: return Fault::kUnavailable;
    case MAILCOMB_LOCKED: return Fault::kLocked;
    case MAILCOMB_SIGN_IN: return Fault::kSignIn;
    case MAILCOMB_LATER: return Fault::kLater;
    case MAILCOMB_CANCELLED: return Fault::kCancelled;
    default: return Fault::kInternal;
  }
}

std::string_view label_of(Kind kind) {
  switch (kind) {
    case Kind::kProvider: return "provider";
    case Kind::kRule: return "rule";
    case Kind::kStore: return "store";
  }
  return "component";
}

std::string copy(mailcomb_str text) {
  return text.data ? printable(sdk::view(text)) : std::string();
}

}  // namespace

std::string_view to_word(Kind kind) {
  switch (kind) {
    case Kind::kProvider: return "provider";
    case Kind::kRule: return "rule type";
    case Kind::kStore: return "store";
  }
  return "component";
}

Caller::Caller(const Component& component, StopAsked stop)
    : name_(std::string(to_word(component.info.kind)) + " '" + component.info.name + "'"),
      label_(std::string(label_of(component.info.kind)) + ":" + component.info.name),
      bug_hint_("this is a bug of plugin '" + component.info.plugin + "' " +
                component.info.plugin_version + "; tell its author"),
      stop_(std::move(stop)),
      observer_(component.observer) {}

Error Caller::bug(std::string_view function, std::string_view what) const {
  return fail(Fault::kInternal,
              name_ + " misbehaved in " + std::string(function) + ": " + std::string(what),
              bug_hint_)
      .value();
}

CallContext::CallContext(const Caller& caller, std::string_view function)
    : caller_(caller), function_(function), abi_{} {
  abi_.struct_size = sizeof abi_;
  abi_.context = this;
  abi_.report = [](void* context, const mailcomb_diagnostic* diagnostic) noexcept {
    if (diagnostic)
      static_cast<CallContext*>(context)->report(read_struct<mailcomb_diagnostic>(diagnostic));
  };
  abi_.is_cancelled = [](void* context) noexcept -> std::int32_t {
    return static_cast<CallContext*>(context)->caller_.is_stopped();
  };
  if (caller.observer_) started_ = caller.observer_->now();
}

mailcomb_status CallContext::end(mailcomb_status status) const {
  if (auto* observer = caller_.observer_)
    observer->ended({caller_.label_, function_, status, observer->now() - started_});
  return status;
}

void CallContext::report(const mailcomb_diagnostic& diagnostic) {
  summary_ = copy(diagnostic.summary);
  hint_ = copy(diagnostic.hint);
  path_ = copy(diagnostic.path);
}

Error CallContext::error(mailcomb_status status) const {
  Error error;
  error.fault = fault_of(status);
  if (!summary_.empty()) {
    error.message = caller_.name_ + ": " + summary_;
    error.hint = hint_;
    error.path = path_;
  } else if (status == MAILCOMB_CANCELLED) {
    error.message = caller_.name_ + " stopped as it was asked to";
  } else {
    error.message = caller_.name_ + " failed in " + std::string(function_) + " without saying why";
    error.hint = caller_.bug_hint_;
  }
  return error;
}

}  // namespace mailcomb::plugin
