// SPDX-License-Identifier: Apache-2.0
// Definitions: the filters that a policy names under `define:`, to be used in others as `$name`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "filter/expression.hpp"
#include "support/document.hpp"
#include "support/time.hpp"

namespace mailcomb::filter {

class Definitions {
 public:
  // A definition may use others, whatever their order; none may come to use itself.
  static constexpr std::size_t kExpandedMax = 10'000;

  Definitions() = default;  // None: every `$name` is unknown.
  // Parses every member of a mapping. All errors are appended, those of a definition once and not
  // where it is used.
  Definitions(const Node& mapping, Time now, Errors& errors);

  // A copy of what `name` stands for, without its `$`. Empty: there was an error, and it is told.
  std::optional<Expression> use(const std::string& name, const Mark& mark, Errors& errors);

  // A warning for each that nobody used.
  Errors find_unused() const;

 private:
  enum class State { kUnread, kReading, kSound, kBroken };
  struct Definition {
    std::string name;
    Mark mark;
    const Node* node;  // Until the constructor returns.
    State state = State::kUnread;
    bool is_used = false;
    Expression filter;
    std::size_t predicates = 0;
  };

  Definition* find(const std::string& name);
  void read(Definition& definition);
  std::string circle(const std::string& name) const;
  std::string suggestion(const std::string& name) const;

  Time now_;
  std::vector<Definition> definitions_;
  std::vector<std::string> path_;  // Those that are being read, the outermost first.
  Errors errors_;
  std::size_t expanded_ = 0;  // Conditions that uses came to, over the whole policy.
};

}  // namespace mailcomb::filter
