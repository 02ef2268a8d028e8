// SPDX-License-Identifier: Apache-2.0
// RecordedMailbox: a mailbox of the provider `recording` in a folder of its own, opened in process.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "plugin/mailbox.hpp"
#include "support/in_process.hpp"
#include "support/recording/mailbox.hpp"
#include "support/scratch_folder.hpp"

namespace mailcomb::testing {

using recording::Json;

inline plugin::Component recording_component() {
  static const sdk::Plugin plugin("recording", "1.0.0", [](sdk::Plugin& described) {
    described.provider<recording::RecordingMailbox>("recording", "")
        .path("path", "")
        .argument("path");
  });
  return component_of(plugin);
}

class RecordedMailbox {
 public:
  // `messages` as the README of the provider says; `behaviour` is an object.
  explicit RecordedMailbox(Json messages, Json behaviour = Json::object()) {
    write({{"account", "ann"},
           {"messages", std::move(messages)},
           {"behaviour", std::move(behaviour)}});
  }

  std::string path() const { return (folder_ / "mailbox.json").string(); }
  sdk::Value config() const { return sdk::Value::map({{"path", path()}}); }
  plugin::Mailbox open(plugin::StopAsked stop = {}) const {
    return plugin::Mailbox::open(recording_component(), config(), std::move(stop)).value();
  }

  // The file as it is now.
  Json file() const { return Json::parse(std::ifstream(path())); }
  Json messages() const { return file()["messages"]; }
  void write(const Json& file) const { std::ofstream(path()) << file; }
  template <class Edit>
  void edit(Edit edit) const {
    Json json = file();
    edit(json);
    write(json);
  }
  void behave(const Json& behaviour) const {
    edit([&](Json& json) { json["behaviour"] = behaviour; });
  }
  Json message(const std::string& id) const {
    for (const auto& message : messages())
      if (message["id"] == id) return message;
    return {};
  }

  // What was asked, in order; all calls of one name.
  std::vector<Json> calls(const std::string& name) const {
    std::vector<Json> found;
    std::ifstream log(path() + ".calls");
    for (std::string line; std::getline(log, line);)
      if (auto call = Json::parse(line); call["call"] == name) found.push_back(std::move(call));
    return found;
  }

 private:
  ScratchFolder folder_;
};

}  // namespace mailcomb::testing
