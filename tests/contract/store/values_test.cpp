// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "contract/store/store_contract.hpp"

namespace mailcomb::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

std::string utf8(char32_t letter) {
  if (letter < 0x80) return {static_cast<char>(letter)};
  std::string tail;
  char32_t first_max = 0x3F;
  while (letter > first_max) {
    tail.insert(tail.begin(), static_cast<char>(0x80 | (letter & 0x3F)));
    letter >>= 6;
    first_max >>= 1;
  }
  return static_cast<char>(~first_max << 1 | letter) + tail;
}

using StoreValues = StoreContract;

TEST_P(StoreValues, keep_text_of_every_plane_in_the_order_of_its_bytes) {
  auto store = open();
  std::vector<Cells> rows;
  for (char32_t plane = 0; plane <= 0x10; ++plane)
    for (const char32_t letter : {0x0000U, 0x00E9U, 0xD7FFU, 0xE000U, 0xFF5EU, 0xFFFFU}) {
      const std::string text = utf8(plane << 16 | letter);
      rows.push_back({text, 0, bytes(text), 0});
    }
  append(store, rows);
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAreArray(rows));
}

TEST_P(StoreValues, keep_zero_bytes_in_text_and_in_keys) {
  auto store = open();
  const std::string text("a\0b", 3);
  const std::vector<Cells> rows = {{"a", 0, bytes(text), 0},
                                   {std::string("a\0", 2), 0, bytes(std::string(2, '\0')), 0},
                                   {text, 0, bytes(""), 0},
                                   {"aa", 0, bytes("\xFF\xFE"), 0}};
  append(store, rows);
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAreArray(rows));
  EXPECT_THAT(read(store, {{text}, {text}, false, 0}), ElementsAre(rows[2]));
}

TEST_P(StoreValues, keep_every_byte) {
  auto store = open();
  std::vector<Cells> rows;
  for (int byte = 0; byte < 256; ++byte)
    rows.push_back({bytes(std::string(1, static_cast<char>(byte))), "text"});
  append(store, rows, kNotes);
  expect(store.commit());
  EXPECT_THAT(read(store, {}, kNotes), ElementsAreArray(rows));
  EXPECT_THAT(read(store, {{bytes("\xFE")}, {bytes("\xFE")}, false, 0}, kNotes),
              ElementsAre(rows[0xFE]));
}

TEST_P(StoreValues, tell_null_from_empty) {
  auto store = open();
  const std::vector<Cells> rows = {{"", 0, bytes(""), 0}, {"a", 0, {}, {}}};
  const std::vector<Cells> notes = {{bytes(""), {}}, {bytes("a"), ""}};
  append(store, rows);
  append(store, notes, kNotes);
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAreArray(rows));
  EXPECT_THAT(read(store, {}, kNotes), ElementsAreArray(notes));
}

TEST_P(StoreValues, keep_integers_of_64_bits_in_order) {
  auto store = open();
  std::vector<Cells> rows;
  for (const std::int64_t order : {kLeast, kLeast + 1, std::int64_t{-1}, std::int64_t{0},
                                   std::int64_t{1} << 53 | 1, kMost - 1, kMost})
    rows.push_back(event("a", order));
  append(store, {rows.rbegin(), rows.rend()});
  expect(store.commit());
  EXPECT_THAT(read(store), ElementsAreArray(rows));
  EXPECT_THAT(read(store, {{"a", kMost}, {"a", kMost}, false, 0}), ElementsAre(rows.back()));
  EXPECT_THAT(read(store, {{}, {"a", kLeast}, false, 0}), ElementsAre(rows.front()));
}

TEST_P(StoreValues, do_not_look_into_text) {
  auto store = open();
  std::vector<Cells> notes;
  for (const char* text : {"1", "1.0", "1e3", "NULL", "'; DROP TABLE notes; --", "x'00'", "é", "é"})
    notes.push_back({bytes(std::to_string(notes.size())), text});
  append(store, notes, kNotes);
  expect(store.commit());
  EXPECT_THAT(read(store, {}, kNotes), ElementsAreArray(notes));
}

TEST_P(StoreValues, may_be_large) {
  auto store = open();
  const std::vector<Cells> rows = {{"a", 0, bytes(std::string(8 << 20, '\x7F')), 0}};
  append(store, rows);
  expect(store.commit());
  EXPECT_TRUE(read(store) == rows);
}

TEST_P(StoreValues, may_be_many) {
  auto store = open();
  std::vector<Cells> rows;
  for (std::int64_t order = 0; order < 5000; ++order) rows.push_back(event("a", order, "payload"));
  append(store, rows);
  expect(store.commit());
  EXPECT_TRUE(read(store) == rows);
}

INSTANTIATE_TEST_SUITE_P(, StoreValues, ::testing::ValuesIn(all_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
