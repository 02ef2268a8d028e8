// SPDX-License-Identifier: Apache-2.0
// The three shipped policies on one mailbox of Gmail, exported as an mbox and converted to a Maildir.
#include "takeout/takeout_mail.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "pipeline/planning.hpp"
#include "pipeline/resolution.hpp"
#include "plugin/registry.hpp"
#include "policy/parse.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::testing {
namespace {

namespace fs = std::filesystem;

const Time kNow = *parse_rfc3339("2002-12-01T00:00:00Z");

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// All that a plan says of messages, in an order that does not depend on the mailbox's.
std::vector<std::string> lines_of(const plan::Plan& plan) {
  std::vector<std::string> lines;
  for (const auto& decision : plan.decisions) {
    auto line = decision.message_id + " " + plan.rules[decision.rule].name + " because " +
                plan.reasons[decision.reason] + ": " + std::string(to_text(decision.bucket));
    for (const auto guard : decision.guards.list()) line += " " + std::string(to_text(guard));
    lines.push_back(std::move(line));
  }
  for (const auto& change : plan.changes) {
    auto line = change.id + " in " + change.prior.folder;
    for (const auto& planned : change.actions) line += " " + mail::to_text(planned.action);
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> totals_of(const plan::Plan& plan) {
  std::vector<std::string> lines;
  for (const auto& rule : plan.rules)
    lines.push_back(rule.name + " " + std::to_string(rule.matched) + " matched, " +
                    std::to_string(rule.guarded) + " guarded, " + std::to_string(rule.shadowed) +
                    " shadowed, " + std::to_string(rule.already) + " already, " +
                    std::to_string(rule.changes) + " changes, " + std::to_string(rule.unknown) +
                    " unknown");
  for (const auto& guard : plan.guards)
    lines.push_back(std::string(to_text(guard.guard)) + " " + std::to_string(guard.messages));
  for (const auto& trip : plan.trips) lines.push_back(trip.name + " " + trip.detail);
  return lines;
}

class TakeoutTest : public ::testing::TestWithParam<const char*> {
 protected:
  TakeoutTest() {
    const auto messages = make_takeout_messages();
    write_mbox(messages, folder_.path() / "All mail.mbox");
    write_maildir(messages, folder_.path() / "Maildir");
  }

  plan::Plan plan(const std::string& provider, const std::string& name, const std::string& labels) {
    const auto info = registry_.find(plugin::Kind::kProvider, provider).value();
    const auto config =
        sdk::Value::map({{"path", (folder_.path() / name).string()}, {"labels", labels}});
    auto mailbox = plugin::Mailbox::open(registry_.load(info).value(), config).value();
    const auto file = fs::path(CONFIGS_DIR) / (std::string(GetParam()) + ".yaml");
    const auto policy = policy::read_policy(content(file), file.string(), kNow, {"match"}).value();
    auto resolved =
        pipeline::resolve(policy, {registry_, {}, kNow, "match", provider, &mailbox.description()})
            .value();
    auto planning = pipeline::make_plan(mailbox, resolved.program, kNow, {}, {true, {}}).value();
    EXPECT_TRUE(planning.skips.empty());
    return std::move(planning.plan);
  }

  ScratchFolder folder_;
  plugin::Registry registry_{{{}, {MAILCOMB_PLUGINS}}, geteuid(), {MAILCOMB_RUNNER}, {}};
};

TEST_P(TakeoutTest, is_planned_as_the_same_mailbox_in_a_maildir) {
  const auto mbox = plan("mbox", "All mail.mbox", "auto");
  const auto maildir = plan("maildir", "Maildir", "headers");
  EXPECT_EQ(totals_of(mbox), totals_of(maildir));
  EXPECT_EQ(lines_of(mbox), lines_of(maildir));
  // Not equal for the reason that nothing happens.
  EXPECT_GT(mbox.totals.changes, 20);
  EXPECT_GT(mbox.totals.guarded, 5);
}

// Without its labels the Maildir is another mailbox: the test above could fail.
TEST_P(TakeoutTest, is_planned_in_another_way_without_labels) {
  EXPECT_NE(lines_of(plan("mbox", "All mail.mbox", "auto")),
            lines_of(plan("maildir", "Maildir", "none")));
}

INSTANTIATE_TEST_SUITE_P(Policies, TakeoutTest,
                         ::testing::Values("conservative", "moderate", "aggressive"));

}  // namespace
}  // namespace mailcomb::testing
