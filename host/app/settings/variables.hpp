// SPDX-License-Identifier: Apache-2.0
// Variables: the environment, and below it what a .env adds.
#pragma once

#include <optional>
#include <string>

#include "config/dotenv.hpp"

namespace mailcomb::app {

class Variables {
 public:
  explicit Variables(config::Dotenv dotenv = {}) : dotenv_(std::move(dotenv)) {}

  // The process's own, else that of .env, also if it is empty.
  std::optional<std::string> find(const std::string& name) const;
  // The same, but an empty value says nothing.
  std::optional<std::string> find_said(const std::string& name) const;
  bool is_from_file(const std::string& name) const;

  const config::Dotenv& dotenv() const { return dotenv_; }

 private:
  config::Dotenv dotenv_;
};

}  // namespace mailcomb::app
