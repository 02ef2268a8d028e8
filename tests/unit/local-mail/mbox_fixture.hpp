// SPDX-License-Identifier: Apache-2.0
// An mbox in a temporary directory, opened through the host's adapter and the plugin's own table.
#pragma once

#include <fstream>

#include "maildir_fixture.hpp"

namespace mailcomb::local_mail {

inline constexpr const char* kFrom = "From ann@b.example Thu Aug 22 12:36:23 2002\n";

class MboxTest : public ::testing::Test {
 protected:
  void write(std::string_view bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  void append(std::string_view bytes) {
    std::ofstream(path_, std::ios::binary | std::ios::app) << bytes;
  }

  Result<plugin::Mailbox> try_open(const std::string& path, const std::string& labels = "auto") {
    return plugin::Mailbox::open(mbox_component(),
                                 sdk::Value::map({{"path", path}, {"labels", labels}}));
  }
  plugin::Mailbox open() { return try_open(path_, labels_).value(); }

  // As those of MaildirTest.
  std::vector<std::string> scan(const std::vector<std::string>& columns) {
    std::vector<std::string> lines;
    auto mailbox = open();
    auto scan = mailbox.open_scan(columns).value();
    while (const auto batch = scan.next(2).value())
      for (auto& line : to_lines(*batch)) lines.push_back(std::move(line));
    skips_ = to_lines(scan.skips());
    return lines;
  }
  std::vector<std::string> scan_of(std::string_view bytes,
                                   const std::vector<std::string>& columns) {
    write(bytes);
    return scan(columns);
  }

  testing::ScratchFolder temporary_;
  std::string path_ = std::filesystem::canonical(temporary_.path()) / "mail.mbox";
  std::string labels_ = "auto";
  std::vector<std::string> skips_;
};

}  // namespace mailcomb::local_mail
