// SPDX-License-Identifier: Apache-2.0
#include "config/dotenv.hpp"

#include <algorithm>

#include "support/ascii.hpp"
#include "support/quote.hpp"
#include "support/source_text.hpp"

namespace mailcomb::config {
namespace {

constexpr const char* kForm = "write NAME=value, one a line";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

class DotenvParser {
 public:
  DotenvParser(const std::string& text, const std::shared_ptr<const Source>& source)
      : text_(text), source_(source) {}

  Checked<Dotenv> parse() {
    while (at_ < text_.size()) parse_line();
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    return std::move(variables_);
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\n'; }

  void skip_blanks() {
    while (is_blank(peek())) ++at_;
  }

  void skip_line() {
    at_ = std::min(text_.find('\n', at_), text_.size());
    if (at_ < text_.size()) ++at_;
    ++line_;
  }

  // The excerpt stays away: a value may be a secret.
  void refuse(int line, std::string message, std::string hint) {
    auto error = error_at({source_, line, 1}, std::move(message), std::move(hint));
    error.excerpt.clear();
    errors_.push_back(std::move(error));
  }

  std::string take_name() {
    const auto start = at_;
    if (is_letter(peek()))
      while (is_letter(peek()) || is_digit(peek())) ++at_;
    return text_.substr(start, at_ - start);
  }

  void parse_line() {
    skip_blanks();
    if (peek() == '\n' || peek() == '#') return skip_line();
    auto name = take_name();
    if (name == "export" && is_blank(peek())) {
      skip_blanks();
      name = take_name();
    }
    if (name.empty()) {
      refuse(line_, "this is no variable", kForm);
      return skip_line();
    }
    if (peek() != '=') {
      refuse(line_, "there is no = right after " + in_quotes(name), kForm);
      return skip_line();
    }
    ++at_;
    parse_value(name);
  }

  void parse_value(const std::string& name) {
    const int line = line_;
    const char quote = peek();
    if (quote != '"' && quote != '\'') {
      variables_[name] = take_plain();
      return skip_line();
    }
    ++at_;
    std::string value;
    if (!take_quoted(quote, value))
      return refuse(line,
                    "the value of " + in_quotes(name) + " begins with a quote that is not closed",
                    std::string("close it with ") + quote);
    skip_blanks();
    if (peek() != '\n' && peek() != '#')
      refuse(line_, "something follows the closing quote of " + in_quotes(name),
             "put the whole value into quotes, or a # before what is a comment");
    variables_[name] = std::move(value);
    skip_line();
  }

  std::string take_plain() {
    const auto start = at_;
    while (peek() != '\n' && !(peek() == '#' && is_blank(text_[at_ - 1]))) ++at_;
    return std::string(trim(std::string_view(text_).substr(start, at_ - start)));
  }

  // False if the text ends first.
  bool take_quoted(char quote, std::string& value) {
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      char c = text_[at_];
      if (quote == '"' && c == '\\' && at_ + 1 < text_.size()) c = unescaped(value);
      if (text_[at_] == '\n') ++line_;
      value += c;
    }
    return at_ < text_.size() && text_[at_++] == quote;
  }

  // At a backslash: what it and the next character mean, at which this stops. Others are themselves.
  char unescaped(std::string& value) {
    const char next = text_[++at_];
    if (next == 'n') return '\n';
    if (next != '"' && next != '\\' && next != '$') value += '\\';
    return next;
  }

  const std::string& text_;
  std::shared_ptr<const Source> source_;
  std::size_t at_ = 0;
  int line_ = 1;
  Dotenv variables_;
  Errors errors_;
};

}  // namespace

Checked<Dotenv> parse_dotenv(std::string text, const std::string& name) {
  if (text.size() > kSourceBytesMax)
    return tl::unexpected(
        Errors{Error{Fault::kInvalid, "the file is larger than 1 MiB", {}, name, 0, 0, {}}});
  text = normalise_line_ends(std::move(text));
  const auto source = make_source(text, name);
  if (auto errors = check_source(text, source); !errors.empty()) {
    for (auto& error : errors) error.excerpt.clear();
    return tl::unexpected(std::move(errors));
  }
  return DotenvParser(text, source).parse();
}

}  // namespace mailcomb::config
