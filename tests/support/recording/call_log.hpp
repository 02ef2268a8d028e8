// SPDX-License-Identifier: Apache-2.0
// CallLog: what was asked of the mailbox, one line of JSON a call, over all processes.
#pragma once

#include <fstream>
#include <string>
#include <utility>

#include "support/recording/json.hpp"

namespace mailcomb::recording {

class CallLog {
 public:
  explicit CallLog(std::string path) : path_(std::move(path)) {}

  // `arguments` is an object.
  void add(const char* call, const Json& arguments = Json::object()) const {
    Json line = {{"call", call}};
    line.update(arguments);
    std::ofstream(path_, std::ios::app)
        << line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

 private:
  std::string path_;
};

}  // namespace mailcomb::recording
