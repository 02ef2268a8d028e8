// SPDX-License-Identifier: Apache-2.0
// How each predicate looks at a message: what it tests, and what explain shows it to have seen.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include "filter/evaluator.hpp"
#include "mail/state.hpp"
#include "mailcomb/text.hpp"
#include "support/ascii.hpp"
#include "support/numbers.hpp"
#include "support/time.hpp"

namespace mailcomb::filter {
namespace {

using Test = Predicate::Test;

Truth truth_of(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

// RE2 knows the letters beyond ASCII in both cases.
std::shared_ptr<const re2::RE2> ignoring_case(const std::string& text, bool whole) {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  const auto quoted = re2::RE2::QuoteMeta(text);
  return std::make_shared<re2::RE2>(whole ? "\\A(?:" + quoted + ")\\z" : quoted, options);
}

// The texts of a cell of any textual type; of addresses, the address and the name if `names`.
template <class Accept>
bool any_text(const mailcomb_batch* batch, const mailcomb_batch_column* column, std::uint32_t row,
              bool names, Accept accept) {
  if (column->type == MAILCOMB_COLUMN_UTF8)
    return accept(sdk::view(mailcomb_batch_utf8(batch, column, row)));
  const auto cell = mailcomb_batch_cell(batch, column, row);
  for (auto item = cell.first; item < cell.first + cell.count; ++item) {
    if (column->type == MAILCOMB_COLUMN_UTF8_LIST) {
      if (accept(sdk::view(mailcomb_batch_item(batch, column, item)))) return true;
      continue;
    }
    const auto address = mailcomb_batch_address(batch, column, item);
    if (accept(sdk::view(address.address))) return true;
    if (names && accept(sdk::view(address.name))) return true;
  }
  return false;
}

bool is_textual(const mailcomb_batch_column& column) {
  return column.type == MAILCOMB_COLUMN_UTF8 || column.type == MAILCOMB_COLUMN_UTF8_LIST ||
         column.type == MAILCOMB_COLUMN_ADDRESSES;
}

bool fits(Test test, std::string_view text, const std::string& needle, const re2::RE2* regex) {
  switch (test) {
    case Test::kContains:
      return regex ? re2::RE2::PartialMatch(text, *regex) : contains_ignoring_case(text, needle);
    case Test::kMatches: return re2::RE2::PartialMatch(text, *regex);
    case Test::kEquals:
    case Test::kAddress:
      return regex ? re2::RE2::PartialMatch(trim(text), *regex)
                   : equals_ignoring_case(trim(text), needle);
    case Test::kDomain: return equals_ignoring_case(domain_of(text), needle);
    case Test::kWithinDomain: return within_domain(domain_of(text), needle);
    case Test::kIs: return text == needle;
    default: return false;
  }
}

std::string number_text(const std::string& column, std::int64_t value) {
  if (column == "received_at") return to_rfc3339(from_unix_ms(value));
  if (column != "size_bytes") return std::to_string(value);
  return grouped(value) + " bytes" + (value < 1024 ? "" : " (" + bytes_text(value) + ")");
}

}  // namespace

Evaluator::Leaf Evaluator::make_leaf(const Predicate& predicate) {
  const bool is_exact = predicate.test == Test::kIs;
  Leaf leaf{&predicate, predicate.regex, is_exact ? predicate.text : ascii_lower(predicate.text)};
  if (predicate.column == "category") leaf.derivable = &Message::category;
  if (predicate.column == "importance") leaf.derivable = &Message::importance;
  const bool is_text = predicate.test == Test::kContains || predicate.test == Test::kEquals ||
                       predicate.test == Test::kAddress;
  if (is_text && !is_ascii(predicate.text))
    leaf.regex = ignoring_case(predicate.text, predicate.test != Test::kContains);
  return leaf;
}

Truth Evaluator::test(const Leaf& leaf, const Message& message) const {
  const Predicate& predicate = *leaf.predicate;
  if (predicate.test == Test::kTrue) return Truth::kTrue;
  if (leaf.derivable) {
    const auto word = (message.*leaf.derivable)();
    if (!word) return Truth::kUnknown;
    return truth_of(fits(predicate.test, *word, leaf.needle, leaf.regex.get()));
  }
  if (predicate.test == Test::kUserLabel) return test_user_label(leaf, message);

  const auto* column = leaf.column;
  if (!column || mailcomb_batch_is_null(message.batch(), column, message.row()))
    return Truth::kUnknown;
  if (column->type == MAILCOMB_COLUMN_I64) {
    const auto value = mailcomb_batch_i64(message.batch(), column, message.row());
    return truth_of(predicate.test == Test::kBefore ? value < predicate.number
                                                    : value >= predicate.number);
  }
  if (column->type == MAILCOMB_COLUMN_U64) {
    const auto bits = mailcomb_batch_u64(message.batch(), column, message.row());
    const bool any = (bits & static_cast<std::uint64_t>(predicate.number)) != 0;
    return truth_of(any == (predicate.test == Test::kFlagSet));
  }
  if (!is_textual(*column)) return Truth::kUnknown;
  if (predicate.test == Test::kPresent)
    return truth_of(mailcomb_batch_cell(message.batch(), column, message.row()).count != 0);
  const bool names = predicate.test == Test::kMatches;
  return truth_of(any_text(message.batch(), column, message.row(), names, [&](auto text) {
    return fits(predicate.test, text, leaf.needle, leaf.regex.get());
  }));
}

// Providers without labels keep a person's sorting in folders.
Truth Evaluator::test_user_label(const Leaf& leaf, const Message& message) {
  const auto row = message.row();
  const auto* batch = message.batch();
  if (leaf.column) {
    if (mailcomb_batch_is_null(batch, leaf.column, row)) return Truth::kUnknown;
    return truth_of(mailcomb_batch_cell(batch, leaf.column, row).count != 0);
  }
  if (!leaf.location || mailcomb_batch_is_null(batch, leaf.location, row)) return Truth::kUnknown;
  return truth_of(sdk::view(mailcomb_batch_utf8(batch, leaf.location, row)) == "other");
}

std::string Evaluator::seen(const Leaf& leaf, const Message& message) const {
  const Predicate& predicate = *leaf.predicate;
  if (predicate.test == Test::kTrue) return {};
  if (leaf.derivable) {
    const auto word = (message.*leaf.derivable)();
    if (!word) return "unreadable";
    return std::string(*word) + (leaf.column ? "" : " (derived)");
  }
  const bool by_folder = predicate.test == Test::kUserLabel && !leaf.column;
  const auto* column = by_folder ? leaf.location : leaf.column;
  if (!column) return "the provider does not know";
  if (mailcomb_batch_is_null(message.batch(), column, message.row())) return "unknown";
  if (column->type == MAILCOMB_COLUMN_I64) {
    return number_text(predicate.column,
                       mailcomb_batch_i64(message.batch(), column, message.row()));
  }
  if (column->type == MAILCOMB_COLUMN_U64) {
    const auto bits = mailcomb_batch_u64(message.batch(), column, message.row());
    return bits ? fmt::format("{}", fmt::join(mail::flag_names(bits), ", ")) : "no flag";
  }
  std::vector<std::string> texts;
  any_text(message.batch(), column, message.row(), true, [&](auto text) {
    if (!text.empty()) texts.emplace_back(text);
    return false;
  });
  return texts.empty() ? "absent" : fmt::format("{}", fmt::join(texts, ", "));
}

}  // namespace mailcomb::filter
