// SPDX-License-Identifier: Apache-2.0
// Case does not matter, beyond ASCII neither.
#include <gtest/gtest.h>

#include "support/filters.hpp"

namespace mailcomb::testing {
namespace {

using filter::Truth;

Truth subject_truth(Op test, const char* wanted, const char* subject) {
  return truth_of(Expression::leaf(text_test(test, "subject", wanted)),
                  batch_of([&](TestMessage& m) { m.subject(subject); }));
}

TEST(Case, of_letters_with_marks_does_not_matter) {
  EXPECT_EQ(subject_truth(Op::kContains, "übung", "Die nächste ÜBUNG"), Truth::kTrue);
  EXPECT_EQ(subject_truth(Op::kContains, "ÜBUNG", "die nächste übung"), Truth::kTrue);
  EXPECT_EQ(subject_truth(Op::kContains, "привет", "ПРИВЕТ, Анна"), Truth::kTrue);
  EXPECT_EQ(subject_truth(Op::kContains, "übung", "Die nächste Ubung"), Truth::kFalse);
}

TEST(Case, of_a_whole_text_does_not_matter) {
  EXPECT_EQ(subject_truth(Op::kEquals, "Ärzte", " ärzte "), Truth::kTrue);
  EXPECT_EQ(subject_truth(Op::kEquals, "Ärzte", "Ärztehaus"), Truth::kFalse);
  EXPECT_EQ(subject_truth(Op::kEquals, "Ärzte", "Zahnärzte"), Truth::kFalse);
}

TEST(Case, of_an_address_does_not_matter) {
  const auto truth = [](const char* from) {
    return truth_of(Expression::leaf(text_test(Op::kAddress, "from", "jürgen@example.org")),
                    batch_of([&](TestMessage& m) { m.from(from); }));
  };
  EXPECT_EQ(truth("JÜRGEN@Example.org"), Truth::kTrue);
  EXPECT_EQ(truth("hansjürgen@example.org"), Truth::kFalse);
}

TEST(Case, makes_no_pattern_of_a_text) {
  EXPECT_EQ(subject_truth(Op::kContains, "ü.(b", "ÜxB"), Truth::kFalse);
  EXPECT_EQ(subject_truth(Op::kContains, "ü.(b", "an Ü.(B here"), Truth::kTrue);
}

}  // namespace
}  // namespace mailcomb::testing
