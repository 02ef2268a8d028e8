// SPDX-License-Identifier: Apache-2.0
#include "app/progress.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace mailcomb::app {
namespace {

using namespace std::chrono_literals;

TEST(ProgressText, tells_rate_and_time_left_once_it_knows_them) {
  EXPECT_EQ(progress_text("scanned", {1024, 0, {}}, 200ms), "scanned 1,024 messages");
  EXPECT_EQ(progress_text("scanned", {12'000, 0, {}}, 3s), "scanned 12,000 messages (4,000/s)");
  EXPECT_EQ(progress_text("done", {100, 3000, {}}, 5s),
            "done 100 of 3,000 messages (20/s, 2 min 25 s left)");
  EXPECT_EQ(progress_text("done", {3, 10, {}}, 2s), "done 3 of 10 messages (1.5/s, 4 s left)");
  EXPECT_EQ(progress_text("done", {10, 72'010, {}}, 10s),
            "done 10 of 72,010 messages (1.0/s, 20 h 0 min left)");
  EXPECT_EQ(progress_text("done", {3000, 3000, {}}, 10s), "done 3,000 of 3,000 messages (300/s)");
  EXPECT_EQ(progress_text("done", {0, 3000, {}}, 10s), "done 0 of 3,000 messages");
}

TEST(ProgressText, tells_time_left_by_the_share_where_the_total_is_unknown) {
  EXPECT_EQ(progress_text("scanned", {1024, 0, 0.019}, 200ms), "scanned 1,024 messages, 1%");
  EXPECT_EQ(progress_text("scanned", {12'000, 0, 0.25}, 3s),
            "scanned 12,000 messages, 25% (4,000/s, 9 s left)");
  EXPECT_EQ(progress_text("scanned", {0, 0, 0.0}, 5s), "scanned 0 messages, 0%");
  EXPECT_EQ(progress_text("scanned", {12'000, 0, 1.0}, 3s),
            "scanned 12,000 messages, 100% (4,000/s)");
}

class ProgressTest : public ::testing::Test {
 protected:
  // What is shown of calls every 50 ms, at `seconds` for the last one.
  std::string shown(ProgressStyle style, int seconds) {
    std::ostringstream out;
    Progress progress(style, out);
    for (int call = 0; call <= seconds * 20; ++call)
      progress.show("scanned", {call, 0, {}}, Progress::Clock::time_point(1h) + call * 50ms);
    progress.end();
    return out.str();
  }
  static long count(const std::string& text, char c) {
    return std::count(text.begin(), text.end(), c);
  }
};

TEST_F(ProgressTest, in_a_log_is_a_line_every_half_minute) {
  EXPECT_EQ(shown(ProgressStyle::kPlain, 29), "");
  EXPECT_EQ(shown(ProgressStyle::kPlain, 30), "scanned 600 messages (20/s)\n");
  EXPECT_EQ(count(shown(ProgressStyle::kPlain, 95), '\n'), 3);
}

TEST_F(ProgressTest, on_a_terminal_replaces_itself_and_goes_away) {
  const auto text = shown(ProgressStyle::kLive, 2);
  EXPECT_EQ(count(text, '\n'), 0);
  EXPECT_EQ(count(text, '\r'), 21);
  EXPECT_TRUE(text.ends_with("scanned 40 messages (20/s)\r\033[K")) << text;
}

TEST_F(ProgressTest, on_a_narrow_terminal_never_wraps) {
  std::ostringstream out;
  Progress progress(ProgressStyle::kLive, out, [] { return std::size_t{10}; });
  progress.show("scanned", {10, 0, {}}, Progress::Clock::time_point(1h));
  EXPECT_EQ(out.str(), "scanned …");
}

TEST_F(ProgressTest, is_silent_where_nobody_wants_it) {
  EXPECT_EQ(shown(ProgressStyle::kNone, 100), "");
}

TEST_F(ProgressTest, begins_anew_after_its_end) {
  std::ostringstream out;
  Progress progress(ProgressStyle::kLive, out);
  progress.show("scanned", {10, 0, {}}, Progress::Clock::time_point(1h));
  progress.end();
  out.str("");
  progress.show("done", {1, 2, {}}, Progress::Clock::time_point(2h));
  EXPECT_EQ(out.str(), "done 1 of 2 messages");
}

}  // namespace
}  // namespace mailcomb::app
