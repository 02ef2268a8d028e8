// SPDX-License-Identifier: Apache-2.0
#include "config/composition.hpp"

#include "unit/config/composition_fixture.hpp"

namespace mailcomb::config {
namespace {

using testing::composition;

constexpr const char* kWhole = R"(version: 1
plugins:
  path: [plugins, ~/mine]
  pins: {acme.so: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
  isolation: auto
mailboxes:
  me: {provider: remote, limits: {requests: 250}}
  archive: {provider: local, path: ~/Mail}
stores:
  main: {type: file, path: db, retention: {runs: 400d, actions: ~}}
  other: {type: file}
pipelines:
  nightly:
    mailboxes: [me, archive]
    policy: policies/mine.yaml
    store: main
    execute: true
    backlog: {per_run: 2000, order: newest}
    deadline: 25m
  look: {mailboxes: [me], policy: moderate, store: other, dry_run: true}
telemetry:
  metrics: {listen: ~, pushgateway: ~, textfile: metrics.prom}
  log: {level: debug, format: json, file: ~}
  notify: []
audit: {detail: ids}
)";

TEST(Composition, has_what_the_file_says) {
  const auto read = composition(kWhole);
  EXPECT_EQ(read.file, "/etc/mc/m.yaml");
  ASSERT_EQ(read.plugins.path.size(), 2U);
  EXPECT_EQ(read.plugins.path[0], "/etc/mc/plugins");
  EXPECT_EQ(read.plugins.path[1], "/home/me/mine");
  EXPECT_EQ(read.plugins.pins.at("acme.so").substr(0, 4), "0123");
  EXPECT_EQ(read.metrics.textfile, "/etc/mc/metrics.prom");
  EXPECT_EQ(read.metrics.listen, "");
  EXPECT_EQ(read.log.level, "debug");
  EXPECT_EQ(read.log.format, "json");
  EXPECT_EQ(read.audit, AuditDetail::kIds);
  EXPECT_EQ(read.notes.size(), 1U) << "of log.format";
}

TEST(Composition, leaves_to_components_what_is_theirs) {
  const auto read = composition(kWhole);
  const auto* me = read.find_mailbox("me");
  ASSERT_NE(me, nullptr);
  EXPECT_EQ(me->type, "remote");
  EXPECT_EQ(me->parameters.find("provider"), nullptr);
  EXPECT_NE(me->parameters.find("limits"), nullptr);
  const auto* main = read.find_store("main");
  ASSERT_NE(main, nullptr);
  EXPECT_EQ(main->parameters.members.size(), 1U);
  EXPECT_EQ(main->retention.runs, std::chrono::days(400));
  EXPECT_EQ(main->retention.actions, std::nullopt);
  EXPECT_EQ(read.find_store("mein"), nullptr);
}

TEST(Composition, puts_pipelines_together) {
  const auto read = composition(kWhole);
  const auto* nightly = read.find_pipeline("nightly");
  ASSERT_NE(nightly, nullptr);
  EXPECT_EQ(nightly->mailboxes, (std::vector<std::string>{"me", "archive"}));
  EXPECT_EQ(nightly->policy, "/etc/mc/policies/mine.yaml");
  EXPECT_EQ(nightly->execute, true);
  EXPECT_EQ(nightly->dry_run, std::nullopt);
  ASSERT_TRUE(nightly->backlog);
  EXPECT_EQ(nightly->backlog->per_run, 2000);
  EXPECT_EQ(nightly->backlog->order, Backlog::Order::kNewest);
  EXPECT_EQ(nightly->deadline, std::chrono::minutes(25));
  const auto* look = read.find_pipeline("look");
  ASSERT_NE(look, nullptr);
  EXPECT_EQ(look->policy, "moderate");
  EXPECT_EQ(look->backlog, std::nullopt);
}

TEST(Composition, needs_its_version_only) {
  const auto read = composition("version: 1\n");
  EXPECT_TRUE(read.mailboxes.empty() && read.stores.empty() && read.pipelines.empty());
  EXPECT_EQ(read.audit, AuditDetail::kMetadata);
}

TEST(Composition, says_what_it_cannot_do_yet) {
  const auto read = composition(
      "version: 1\n"
      "telemetry:\n"
      "  metrics: {listen: 127.0.0.1:9090, pushgateway: \"http://push.example\"}\n"
      "  notify: [x]\n");
  EXPECT_EQ(testing::to_texts(read.notes),
            "m.yaml:3:21: 'telemetry.metrics.listen' has no effect in this version\n"
            "    metrics: {listen: 127.0.0.1:9090, pushgateway: \"http://push.example\"}\n"
            "                      ^\n"
            "m.yaml:3:50: 'telemetry.metrics.pushgateway' has no effect in this version\n"
            "    metrics: {listen: 127.0.0.1:9090, pushgateway: \"http://push.example\"}\n"
            "                                                   ^\n"
            "m.yaml:4:11: 'telemetry.notify' has no effect in this version\n"
            "    notify: [x]\n"
            "            ^\n"
            "  hint: look at the exit code of 'mailcomb run' instead\n");
}

}  // namespace
}  // namespace mailcomb::config
