// SPDX-License-Identifier: Apache-2.0
// Reading: what the parsers of the filter keys share. For host/filter alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "filter/expression.hpp"
#include "filter/language.hpp"
#include "support/document.hpp"

namespace mailcomb::filter {

// Empty: there was an error, and it is told.
using Parsed = std::optional<Expression>;

struct Reading {
  Time now;
  Errors& errors;
  Definitions* definitions = nullptr;  // What `$name` stands for; null: nothing has a name.

  Parsed refuse(const Mark& mark, std::string message, std::string hint = {}) {
    errors.push_back(error_at(mark, std::move(message), std::move(hint)));
    return {};
  }
};

// Parses the value of one key.
using ParseValue = Parsed (*)(Reading& reading, const std::string& key, const Node& value);

// All or any of the parts; a single part stands for itself.
Expression combine(Expression::Kind kind, std::vector<Expression> parts);

// A list as a value means any of them.
Parsed parse_any_of(Reading& reading, const std::string& key, const Node& value, ParseValue parse);

// A text without blanks at its ends that YAML did not misread; `key` is named in errors.
std::optional<std::string> read_value(Reading& reading, const std::string& key, const Node& value);

// The canonical form has whole numbers where a file has dates and sizes with their units; in a file
// they are not numbers but slips.
std::optional<std::int64_t> find_number(const Node& value);

// {regex: …} in the place of a text; `forms` says what else there is.
Parsed parse_regex_map(Reading& reading, const std::string& key, const Node& value,
                       std::string forms);

// The pattern of a regular expression, compiled.
std::shared_ptr<const re2::RE2> read_regex(Reading& reading, const std::string& key,
                                           const Node& value);

// A leaf for the text of a key: "subject: sale".
Expression text_leaf(Predicate::Test test, std::string column, const std::string& key,
                     std::string text);
// A leaf for {regex: …}.
Expression regex_leaf(std::string column, const std::string& key,
                      std::shared_ptr<const re2::RE2> regex);

}  // namespace mailcomb::filter
