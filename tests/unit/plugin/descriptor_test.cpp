// SPDX-License-Identifier: Apache-2.0
#include "plugin/descriptor.hpp"

#include <gtest/gtest.h>

#include "mailcomb/plugin.hpp"
#include "support/in_process.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::slice;

struct Nothing {
  explicit Nothing(const sdk::Config&) {}
  sdk::Value filter() const { return sdk::Value::map({{"category", "promotions"}}); }
};

void describe(sdk::Plugin& plugin) {
  plugin.rule<Nothing>("acme.nothing", "Does nothing")
      .integer("days", "How many", 1)
      .argument("days");
}

// A good plugin, of which each test breaks one thing.
class DescriptorTest : public ::testing::Test {
 protected:
  std::string error() const { return testing::error_text(read_descriptor(&plugin_)); }
  // The message, when the author is to be told.
  void expect_broken(const std::string& message) const {
    EXPECT_EQ(error(), message + "\n  hint: this is a bug of the plugin; tell its author\n");
  }

  const sdk::Plugin good_{"acme", "1.2.3-rc.1", describe};
  mailcomb_plugin plugin_ = *good_.abi();
  mailcomb_component component_ = *good_.abi()->components;
  DescriptorTest() { plugin_.components = &component_; }
};

TEST_F(DescriptorTest, of_a_good_plugin_is_read) {
  const auto read = read_descriptor(&plugin_);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->plugin, "acme");
  EXPECT_EQ(read->version, "1.2.3-rc.1");
  ASSERT_EQ(read->components.size(), 1u);
  const ComponentInfo& info = read->components[0].info;
  EXPECT_EQ(info.kind, Kind::kRule);
  EXPECT_EQ(info.name, "acme.nothing");
  EXPECT_EQ(info.title, "Does nothing");
  EXPECT_EQ(info.argument, "days");
  EXPECT_EQ(info.plugin, "acme");
  EXPECT_EQ(info.plugin_version, "1.2.3-rc.1");
}

TEST_F(DescriptorTest, of_another_major_is_refused) {
  plugin_.abi_major = 2;
  EXPECT_EQ(error(),
            "the plugin was built for plugin ABI 2, and this mailcomb has 1\n"
            "  hint: install the build of the plugin for ABI 1\n");
}

TEST_F(DescriptorTest, that_is_too_short_is_refused) {
  plugin_.struct_size = 40;
  expect_broken("the plugin's descriptor has 40 bytes, and not 56");
}

TEST_F(DescriptorTest, of_a_newer_minor_is_read) {
  struct Newer {
    mailcomb_plugin plugin;
    std::uint64_t appended;
  } newer{plugin_, 1};
  newer.plugin.struct_size = sizeof newer;
  newer.plugin.abi_minor = 9;
  EXPECT_TRUE(read_descriptor(&newer.plugin));
}

TEST_F(DescriptorTest, needs_names_and_versions_of_their_form) {
  plugin_.name = slice("Acme");
  expect_broken("the plugin's name is not of the form [a-z][a-z0-9-]*");
  plugin_.name = slice("acme");
  for (const char* wrong : {"", "1", "1.0", "1.0.x", "v1.0.0", "1.0.0 beta"}) {
    plugin_.version = slice(wrong);
    expect_broken("the plugin's version is not of the form MAJOR.MINOR.PATCH");
  }
  plugin_.version = slice("1.0.0");
  component_.name = slice("acme nothing");
  expect_broken("the name of component number 1 is not of the form [a-z][a-z0-9_.]*");
}

TEST_F(DescriptorTest, needs_components) {
  plugin_.component_count = 0;
  expect_broken("the plugin has 0 components, and not 1 to 1000");
  plugin_.component_count = 1;
  plugin_.component_stride = 12;
  expect_broken("the plugin's list of components cannot be read");
  plugin_.component_stride = sizeof component_;
  component_.struct_size = 8;
  expect_broken("the descriptor of component number 1 has 8 bytes, and not 80");
}

TEST_F(DescriptorTest, needs_a_known_kind) {
  component_.kind = 4;
  expect_broken("component number 1 is of kind 4, which is no provider, rule type or store");
}

TEST_F(DescriptorTest, needs_a_schema) {
  component_.schema = slice("{");
  expect_broken("the schema of component 'acme.nothing' is not a JSON object");
  component_.schema = slice("[]");
  expect_broken("the schema of component 'acme.nothing' is not a JSON object");
  component_.schema = slice("{}");
  expect_broken(
      "the schema of component 'acme.nothing' has no property 'days', which its argument names");
}

TEST_F(DescriptorTest, needs_utf8) {
  component_.title = slice("\xFF");
  expect_broken("component 'acme.nothing' has a text that is not UTF-8");
}

TEST_F(DescriptorTest, needs_functions) {
  component_.functions = nullptr;
  expect_broken("component 'acme.nothing' has no functions");
  mailcomb_rule_type type = read_struct<mailcomb_rule_type>(good_.abi()->components->functions);
  type.filter = nullptr;
  component_.functions = &type;
  expect_broken("component 'acme.nothing' lacks the function filter or evaluate");
  type.finish = [](auto...) { return mailcomb_status{MAILCOMB_OK}; };
  type.filter = [](auto...) { return mailcomb_status{MAILCOMB_OK}; };
  expect_broken("component 'acme.nothing' lacks the function evaluate, which finish needs");
  type.struct_size = offsetof(mailcomb_rule_type, describe);
  expect_broken("component 'acme.nothing' lacks the function describe");
}

TEST_F(DescriptorTest, needs_distinct_names) {
  const mailcomb_component twice[] = {component_, component_};
  plugin_.components = twice;
  plugin_.component_count = 2;
  expect_broken("the plugin has two components of the name 'acme.nothing'");
}

}  // namespace
}  // namespace mailcomb::plugin
