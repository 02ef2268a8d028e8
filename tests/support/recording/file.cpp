// SPDX-License-Identifier: Apache-2.0
#include "support/recording/file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "mailcomb/failure.hpp"

namespace mailcomb::recording {
namespace {

[[noreturn]] void fail(mailcomb_status status, const std::string& path, const std::string& why) {
  throw sdk::Failure(status, "recording-file", "'" + path + "': " + why);
}

// Writes all of `text` to a descriptor and makes it durable.
bool write_durably(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

void sync_folder_of(const std::string& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

MailboxFile::MailboxFile(std::string path) : path_(std::move(path)) {
  std::ifstream in(path_);
  if (!in) fail(MAILCOMB_UNAVAILABLE, path_, std::strerror(errno));
  try {
    root_ = Json::parse(in);
    check();
  } catch (const Json::exception& error) {
    fail(MAILCOMB_INVALID, path_, error.what());
  }
  for (const char* list : {"labels", "messages"})
    if (!root_.contains(list)) root_[list] = Json::array();
  if (!root_.contains("behaviour")) root_["behaviour"] = Json::object();
  // All keys are there from now on: another one would move the messages that `find` points to.
  for (const char* counter : {"tried", "sequence"}) root_[counter] = value(counter);
  for (std::size_t i = 0; i < messages().size(); ++i)
    index_.emplace(messages()[i].at("id").get<std::string>(), i);
}

void MailboxFile::check() const {
  std::unordered_map<std::string, int> seen;
  for (const auto& message : root_.value("messages", Json::array()))
    if (++seen[message.at("id").get<std::string>()] > 1)
      fail(MAILCOMB_INVALID, path_, "two messages have the id " + message["id"].dump());
}

void MailboxFile::save() const {
  const std::string temporary = path_ + ".new";
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) fail(MAILCOMB_UNAVAILABLE, temporary, std::strerror(errno));
  const bool written = write_durably(descriptor, root_.dump(1) + "\n");
  const bool replaced =
      ::close(descriptor) == 0 && written && std::rename(temporary.c_str(), path_.c_str()) == 0;
  if (!replaced) fail(MAILCOMB_UNAVAILABLE, path_, std::strerror(errno));
  sync_folder_of(path_);
}

Json* MailboxFile::find(std::string_view id) {
  const auto found = index_.find(std::string(id));
  return found == index_.end() ? nullptr : &root_["messages"][found->second];
}

std::string MailboxFile::account() const { return root_.value("account", path_); }

std::int64_t MailboxFile::count(const char* counter) {
  const auto before = value(counter);
  root_[counter] = before + 1;
  return before;
}

}  // namespace mailcomb::recording
