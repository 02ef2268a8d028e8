// SPDX-License-Identifier: Apache-2.0
#include "plugin/call.hpp"

#include <gtest/gtest.h>

#include "mailcomb/failure.hpp"
#include "support/in_process.hpp"

namespace mailcomb::plugin {
namespace {

using testing::error_text;

Component component(CallObserver* observer = nullptr) {
  ComponentInfo info;
  info.name = "maildir";
  info.plugin = "local-mail";
  info.plugin_version = "1.0.0";
  return {info, nullptr, observer};
}

Result<void> call(mailcomb_status status, std::string_view summary, std::string_view hint = {}) {
  return Caller(component()).call("scan_next", [&](const mailcomb_call* call) {
    if (!summary.empty()) sdk::detail::report(call, "code", "/path", summary, hint);
    return status;
  });
}

TEST(Call, that_succeeds_is_no_error_whatever_was_reported) {
  EXPECT_TRUE(call(MAILCOMB_OK, "never mind"));
}

TEST(Call, that_fails_says_what_the_component_said) {
  const auto failed = call(MAILCOMB_UNAVAILABLE, "cannot open ~/Mail", "check the path");
  EXPECT_EQ(failed.error().fault, Fault::kUnavailable);
  EXPECT_EQ(failed.error().path, "/path");
  EXPECT_EQ(error_text(failed), "provider 'maildir': cannot open ~/Mail\n  hint: check the path\n");
}

TEST(Call, that_fails_without_saying_why_is_a_bug) {
  EXPECT_EQ(error_text(call(MAILCOMB_FAILED, "")),
            "provider 'maildir' failed in scan_next without saying why\n"
            "  hint: this is a bug of plugin 'local-mail' 1.0.0; tell its author\n");
}

TEST(Call, that_was_stopped_needs_no_reason) {
  EXPECT_EQ(error_text(call(MAILCOMB_CANCELLED, "")),
            "provider 'maildir' stopped as it was asked to\n");
}

TEST(Call, maps_every_status) {
  const std::pair<mailcomb_status, Fault> expected[] = {{MAILCOMB_FAILED, Fault::kInternal},
                                                        {MAILCOMB_INVALID, Fault::kInvalid},
                                                        {MAILCOMB_UNAVAILABLE, Fault::kUnavailable},
                                                        {MAILCOMB_LOCKED, Fault::kLocked},
                                                        {MAILCOMB_UNSUPPORTED, Fault::kInternal},
                                                        {MAILCOMB_CANCELLED, Fault::kCancelled},
                                                        {MAILCOMB_CONFLICT, Fault::kInternal},
                                                        {MAILCOMB_SIGN_IN, Fault::kSignIn},
                                                        {MAILCOMB_LATER, Fault::kLater},
                                                        {-77, Fault::kInternal}};
  for (const auto& [status, fault] : expected)
    EXPECT_EQ(call(status, "x").error().fault, fault) << status;
}

TEST(Call, keeps_the_last_report_on_one_line) {
  const auto failed = Caller(component()).call("open", [](const mailcomb_call* call) {
    sdk::detail::report(call, "", "", "first", "first");
    sdk::detail::report(call, "", "", "second\nline \xFF", "");
    return MAILCOMB_FAILED;
  });
  EXPECT_EQ(error_text(failed), "provider 'maildir': second line \uFFFD\n");
}

TEST(Call, reads_no_more_of_a_diagnostic_than_there_is) {
  const auto failed = Caller(component()).call("open", [](const mailcomb_call* call) {
    const mailcomb_str kGarbage{reinterpret_cast<const char*>(1), 99};
    mailcomb_diagnostic diagnostic{sizeof diagnostic, 0, {}, {}, sdk::slice("short"), kGarbage};
    diagnostic.struct_size -= sizeof diagnostic.hint;
    call->report(call->context, &diagnostic);
    call->report(call->context, nullptr);
    return MAILCOMB_FAILED;
  });
  EXPECT_EQ(error_text(failed), "provider 'maildir': short\n");
}

TEST(Call, asks_whether_to_stop) {
  bool stop = false;
  const Caller caller(component(), [&] { return stop; });
  const auto ask = [](const mailcomb_call* call) { return call->is_cancelled(call->context); };
  EXPECT_TRUE(caller.call("x", ask));
  stop = true;
  EXPECT_FALSE(caller.call("x", ask));
}

TEST(Call, for_a_value_blames_a_refused_value) {
  const auto failed =
      Caller(component()).call_for_value("describe", [](const auto*, const auto* to) {
        to->close(to->context);
        return MAILCOMB_OK;
      });
  EXPECT_EQ(error_text(failed),
            "provider 'maildir' misbehaved in describe: close without an open list or map\n"
            "  hint: this is a bug of plugin 'local-mail' 1.0.0; tell its author\n");
}

TEST(Call, for_rows_blames_an_unended_row) {
  BatchBuilder rows({{"id", MAILCOMB_COLUMN_UTF8}});
  const auto failed =
      Caller(component()).call_for_rows("observe", rows, [](const auto*, const auto* to) {
        return to->append_utf8(to->context, 0, sdk::slice("m"));
      });
  EXPECT_EQ(error_text(failed),
            "provider 'maildir' misbehaved in observe: the last row was not ended\n"
            "  hint: this is a bug of plugin 'local-mail' 1.0.0; tell its author\n");
}

// Its clock goes on by a millisecond whenever it is asked.
class Observer : public CallObserver {
 public:
  std::chrono::nanoseconds now() override { return now_ += std::chrono::milliseconds(1); }
  void ended(const EndedCall& call) override {
    seen += std::string(call.component) + " " + std::string(call.function) + " " +
            std::to_string(call.status) + " " + std::to_string(call.took.count()) + "\n";
  }
  std::string seen;

 private:
  std::chrono::nanoseconds now_{0};
};

TEST(Call, is_told_to_the_observer_once_it_has_ended) {
  Observer observer;
  const Caller caller(component(&observer));
  EXPECT_TRUE(caller.call("scan_next", [&](const mailcomb_call*) {
    EXPECT_EQ(observer.seen, "");
    return MAILCOMB_OK;
  }));
  EXPECT_FALSE(caller.call_for_value(
      "describe", [](const mailcomb_call*, const auto*) { return MAILCOMB_LATER; }));
  EXPECT_EQ(observer.seen,
            "provider:maildir scan_next 0 1000000\n"
            "provider:maildir describe 9 1000000\n");
}

}  // namespace
}  // namespace mailcomb::plugin
