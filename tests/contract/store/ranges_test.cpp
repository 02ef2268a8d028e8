// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>

#include "contract/store/store_contract.hpp"

namespace mailcomb::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StoreRanges : public StoreContract {
 protected:
  StoreRanges() {
    append(store_, {event("a", 1), event("a", 2), event("b", -1), event("b", 3), event("c", 0)});
    expect(store_.commit());
  }

  plugin::Store store_ = open();
};

TEST_P(StoreRanges, of_a_prefix_are_all_that_it_begins) {
  EXPECT_THAT(read(store_, {{"b"}, {"b"}, false, 0}), ElementsAre(event("b", -1), event("b", 3)));
  EXPECT_THAT(read(store_, {{"bb"}, {"bb"}, false, 0}), IsEmpty());
}

TEST_P(StoreRanges, include_both_ends) {
  EXPECT_THAT(read(store_, {{"a", 2}, {"b", -1}, false, 0}),
              ElementsAre(event("a", 2), event("b", -1)));
}

TEST_P(StoreRanges, may_have_one_end) {
  EXPECT_THAT(read(store_, {{"b", 0}, {}, false, 0}), ElementsAre(event("b", 3), event("c", 0)));
  EXPECT_THAT(read(store_, {{}, {"a"}, false, 0}), ElementsAre(event("a", 1), event("a", 2)));
}

TEST_P(StoreRanges, may_end_before_they_begin) {
  EXPECT_THAT(read(store_, {{"c"}, {"a"}, false, 0}), IsEmpty());
}

TEST_P(StoreRanges, are_cut_from_where_they_begin) {
  EXPECT_THAT(read(store_, {{"a", 2}, {}, false, 2}), ElementsAre(event("a", 2), event("b", -1)));
  EXPECT_THAT(read(store_, {{}, {"b"}, true, 3}),
              ElementsAre(event("b", 3), event("b", -1), event("a", 2)));
  EXPECT_EQ(read(store_, {{}, {}, false, 1'000'000}).size(), 5U);
}

TEST_P(StoreRanges, are_removed_whatever_their_order_and_limit) {
  expect(store_.remove(kEvents, {{"a", 2}, {"b"}, true, 1}));
  expect(store_.commit());
  EXPECT_THAT(read(store_), ElementsAre(event("a", 1), event("c", 0)));
  expect(store_.remove(kEvents, {}));
  EXPECT_THAT(read(store_), IsEmpty());
}

// All ranges over a few keys against the plainest of definitions.
class Model {
 public:
  explicit Model(std::vector<Cells> rows) : rows_(std::move(rows)) {}

  std::vector<Cells> within(const sdk::KeyRange& range) const {
    std::vector<Cells> found;
    for (const Cells& row : rows_)
      if (compare_prefix(range.first, row) <= 0 && compare_prefix(row, range.last) <= 0)
        found.push_back(row);
    if (range.descending) std::reverse(found.begin(), found.end());
    if (range.rows_max > 0 && found.size() > range.rows_max) found.resize(range.rows_max);
    return found;
  }

 private:
  std::vector<Cells> rows_;  // Sorted.
};

TEST_P(StoreRanges, agree_with_the_model) {
  std::mt19937 random(7);
  const char* runs[] = {"", "a", "aa", "b", "é"};
  const auto any_key = [&] {
    Cells key;
    const unsigned size = random() % 3;
    if (size > 0) key.emplace_back(runs[random() % 5]);
    if (size > 1) key.emplace_back(static_cast<std::int64_t>(random() % 5) - 2);
    return key;
  };
  std::vector<Cells> rows;
  for (const char* run : runs)
    for (std::int64_t order = -2; order < 3; ++order)
      if (random() % 3 > 0) rows.push_back(event(run, order));
  expect(store_.remove(kEvents, {}));
  append(store_, rows);
  const Model model(rows);
  for (int i = 0; i < 500; ++i) {
    const sdk::KeyRange range{any_key(), any_key(), random() % 2 == 0, random() % 4};
    ASSERT_EQ(read(store_, range), model.within(range)) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(, StoreRanges, ::testing::ValuesIn(all_stores()), name_of);

}  // namespace
}  // namespace mailcomb::testing
