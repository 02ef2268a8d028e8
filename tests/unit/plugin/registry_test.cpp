// SPDX-License-Identifier: Apache-2.0
#include "plugin/registry.hpp"

#include "plugin/batch_builder.hpp"
#include "plugin/rule.hpp"
#include "support/in_process.hpp"
#include "support/plugin_files.hpp"
#include "support/sha256.hpp"

namespace mailcomb::plugin {
namespace {

using testing::error_text;

class RegistryTest : public testing::PluginFiles {};

TEST_F(RegistryTest, knows_components_without_their_code) {
  const auto file = add("good");
  const Registry registry = this->registry();
  ASSERT_EQ(registry.plugins().size(), 1u) << problems(registry);
  EXPECT_EQ(registry.plugins()[0].name, "good");
  EXPECT_EQ(registry.plugins()[0].version, "1.2.3");
  EXPECT_EQ(registry.plugins()[0].abi, "1.1");
  const ComponentInfo info = registry.find(Kind::kRule, "test.short").value();
  EXPECT_EQ(info.title, "Messages with a short subject");
  EXPECT_EQ(info.argument, "below");
  EXPECT_EQ(info.plugin, "good");
  EXPECT_EQ(info.plugin_version, "1.2.3");
  EXPECT_EQ(info.file, file);
  EXPECT_NE(info.schema.find("\"below\""), info.schema.npos);
  EXPECT_EQ(info.sha256, "");
}

TEST_F(RegistryTest, loads_a_component_that_then_works) {
  const auto file = add("good");
  Registry registry = this->registry();
  const Component component = registry.load(*registry.find(Kind::kRule, "test.short")).value();
  EXPECT_EQ(component.info.sha256, sha256_hex(read(file)));
  EXPECT_EQ(component.info.file, file);

  Rule rule = Rule::create(component, sdk::Value::map({{"below", 5}})).value();
  BatchBuilder builder({{"subject", MAILCOMB_COLUMN_UTF8}});
  const auto writer = builder.writer();
  writer.append_utf8(writer.context, 0, sdk::slice("abc"));
  writer.end_row(writer.context);
  const auto verdicts = rule.evaluate(builder.finish()).value();
  EXPECT_EQ(rule.reason(verdicts[0]), "the subject has only 3 characters");
}

TEST_F(RegistryTest, refuses_a_plugin_that_changed_since_it_was_probed) {
  const auto file = add("good");
  Registry registry = this->registry();
  const ComponentInfo info = registry.find(Kind::kRule, "test.short").value();
  std::filesystem::remove(file);
  std::filesystem::copy_file(built("aborts"), file);
  EXPECT_EQ(error_text(registry.load(info)),
            file.string() + ": the plugin changed while mailcomb was running\n" +
                "  hint: start mailcomb again\n");
}

TEST_F(RegistryTest, tells_the_names_that_there_are) {
  const Registry none = registry();
  EXPECT_EQ(error_text(none.find(Kind::kProvider, "maildir")),
            "there is no provider 'maildir'\n  hint: no plugin has a provider\n");
  add("duplicate");
  EXPECT_EQ(error_text(registry().find(Kind::kRule, "test.shrt")),
            "there is no rule type 'test.shrt'\n  hint: did you mean 'test.short'?\n");
  add("refuses");
  EXPECT_EQ(error_text(registry().find(Kind::kStore, "x")),
            "there is no store 'x'\n  hint: no plugin has a store; 'mailcomb plugins list' shows "
            "plugins that could not be used\n");
}

TEST_F(RegistryTest, hears_nothing_that_a_plugin_says_elsewhere) {
  add("chatters");
  const Registry registry = this->registry();
  EXPECT_EQ(problems(registry), "");
  EXPECT_TRUE(registry.find(Kind::kRule, "test.any"));
}

}  // namespace
}  // namespace mailcomb::plugin
