// SPDX-License-Identifier: Apache-2.0
#include "plugin/host_services.hpp"

#include <gtest/gtest.h>

#include "mailcomb/abi/version.h"
#include "mailcomb/text.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::slice;

TEST(HostServices, passes_lines_on) {
  std::string seen;
  const HostServices services([&](std::uint32_t level, std::string_view text) {
    seen += std::to_string(level) + " " + std::string(text) + ";";
  });
  const mailcomb_host& host = *services.abi();
  host.log(host.context, MAILCOMB_LOG_INFO, slice("opened"));
  host.log(host.context, 99, slice("two\nlines"));
  host.log(host.context, MAILCOMB_LOG_INFO, {nullptr, 7});
  EXPECT_EQ(seen, "1 opened;2 two lines;");
  EXPECT_EQ(services.last_line(), "two lines");
}

TEST(HostServices, works_without_a_log) {
  const HostServices services({});
  services.abi()->log(services.abi()->context, MAILCOMB_LOG_INFO, slice("kept"));
  EXPECT_EQ(services.last_line(), "kept");
}

TEST(HostServices, has_no_extensions_yet) {
  const HostServices services({});
  EXPECT_EQ(services.abi()->extension(services.abi()->context, slice("mailcomb.x/1")), nullptr);
  EXPECT_EQ(services.abi()->abi_major, MAILCOMB_ABI_MAJOR);
}

}  // namespace
}  // namespace mailcomb::plugin
