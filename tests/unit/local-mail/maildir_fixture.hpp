// SPDX-License-Identifier: Apache-2.0
// A Maildir in a temporary directory, opened through the host's adapter and the plugin's own table.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mailcomb/abi/plugin.h"
#include "plugin/mailbox.hpp"
#include "support/in_process.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::local_mail {

inline constexpr const char* kMessage = "From: a@b.example\nSubject: hello\n\nbody\n";

class MaildirTest : public ::testing::Test {
 protected:
  MaildirTest();

  void make_folder(const std::string& name);
  // `path` as "cur/1.a:2,S" or ".Work/new/1.b".
  void write(const std::string& path, std::string_view bytes = kMessage);
  void move(const std::string& from, const std::string& to);
  bool exists(const std::string& path) const;
  // Every path below the root with its bytes; directories end in a slash.
  std::map<std::string, std::string> tree() const;

  plugin::Component component() const;
  Result<plugin::Mailbox> try_open(const std::string& path) const;
  plugin::Mailbox open() const;

  // Rows of a whole scan: the cells of a row joined by " | ", null as "-", lists in brackets.
  std::vector<std::string> scan(const std::vector<std::string>& columns);
  std::vector<std::string> observe(const std::vector<std::string>& ids,
                                   const std::vector<std::string>& columns);
  // "what: why" of the last scan or observation.
  std::vector<std::string> skips_;

  // "done", "gone", "failed: why" or "untried" for each; then the call's error, if there is one.
  std::vector<std::string> apply(const std::vector<plugin::Change>& changes);
  std::string apply_one(const std::string& id, const std::string& action);
  sdk::Value restore_token(const std::string& id);

  testing::ScratchFolder temporary_;
  const std::filesystem::path root_ = std::filesystem::canonical(temporary_.path()) / "Mail";
};

// The provider `mbox` of the same plugin.
plugin::Component mbox_component();

// A batch's rows in that form.
std::vector<std::string> to_lines(const plugin::Batch& batch);
std::vector<std::string> to_lines(const std::vector<plugin::Skip>& skips);
std::vector<std::string> to_lines(const plugin::ApplyReport& report);

}  // namespace mailcomb::local_mail
