// SPDX-License-Identifier: Apache-2.0
#include "app/progress.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/terminal.hpp"
#include "support/numbers.hpp"

namespace mailcomb::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kLiveEvery{100};
constexpr seconds kPlainEvery{30};
constexpr seconds kRateAfter{1};  // Before, a rate is chance.

std::string time_text(seconds time) {
  if (time < std::chrono::minutes(1)) return fmt::format("{} s", time.count());
  if (time < std::chrono::hours(1))
    return fmt::format("{} min {} s", time.count() / 60, time.count() % 60);
  return fmt::format("{} h {} min", time.count() / 3600, time.count() / 60 % 60);
}

// Empty where it is unknown, or nothing is left.
std::optional<seconds> time_left(const HowFar& how_far, milliseconds elapsed) {
  auto share = how_far.share.value_or(0);
  if (how_far.total > 0)
    share = static_cast<double>(how_far.done) / static_cast<double>(how_far.total);
  if (share <= 0 || share >= 1) return {};
  const auto left = static_cast<double>(elapsed.count()) * (1 - share) / share;
  return std::chrono::floor<seconds>(milliseconds(static_cast<std::int64_t>(left)));
}

}  // namespace

std::string progress_text(std::string_view what, const HowFar& how_far, milliseconds elapsed) {
  const auto& [done, total, share] = how_far;
  auto text = fmt::format("{} {}", what, grouped(done));
  if (total > 0) text += " of " + grouped(total);
  text += " messages";
  if (share) text += fmt::format(", {:.0f}%", std::floor(*share * 100));
  if (elapsed < kRateAfter || done == 0) return text;
  const double per_second =
      1000.0 * static_cast<double>(done) / static_cast<double>(elapsed.count());
  text += per_second < 10 ? fmt::format(" ({:.1f}/s", per_second)
                          : " (" + grouped(static_cast<std::int64_t>(per_second)) + "/s";
  if (const auto left = time_left(how_far, elapsed)) text += ", " + time_text(*left) + " left";
  return text + ")";
}

void Progress::show(std::string_view what, const HowFar& how_far, Clock::time_point now) {
  if (style_ == ProgressStyle::kNone) return;
  if (!is_running_) {
    is_running_ = true;
    started_ = now;
    shown_ = style_ == ProgressStyle::kLive ? Clock::time_point::min() : now;
  }
  const auto every = style_ == ProgressStyle::kLive ? kLiveEvery : milliseconds(kPlainEvery);
  if (shown_ != Clock::time_point::min() && now - shown_ < every) return;
  shown_ = now;
  auto text =
      progress_text(what, how_far, std::chrono::duration_cast<milliseconds>(now - started_));
  clear();
  // A line that wraps could not be taken away again; the last column makes some terminals wrap.
  if (style_ == ProgressStyle::kLive && columns_) text = fitted(text, columns_() - 1);
  out_ << text << (style_ == ProgressStyle::kLive ? "" : "\n") << std::flush;
  is_line_there_ = style_ == ProgressStyle::kLive;
}

void Progress::clear() {
  if (is_line_there_) out_ << "\r\033[K" << std::flush;
  is_line_there_ = false;
}

void Progress::end() {
  clear();
  is_running_ = false;
}

}  // namespace mailcomb::app
