// SPDX-License-Identifier: Apache-2.0
#include "journal/chain.hpp"

#include <gtest/gtest.h>

#include "journal/chained_row.hpp"
#include "journal/link_check.hpp"
#include "journal/tables.hpp"

namespace mailcomb::testing {
namespace {

using namespace journal;

Content content(std::string_view text, std::int64_t number = 1) {
  Content content;
  content.add(0, text);
  content.add(1, number);
  return content;
}

// Stores rest on it: a link that is computed another way would make every journal look damaged.
TEST(Chain, has_one_form_for_ever) {
  EXPECT_EQ(to_hex(content("run", 258).bytes()),
            "000300000000000000"
            "72756e"
            "010201000000000000");
  Chain chain;
  chain.add(content("run", 258));
  Sha256 first;
  first.add(content("run", 258).bytes());
  const auto link = first.bytes();
  EXPECT_EQ(chain.link(), link);
  chain.add(content("next"));
  Sha256 second;
  second.add(link);
  second.add(content("next").bytes());
  EXPECT_EQ(chain.link(), second.bytes());
}

TEST(Chain, tells_cells_apart) {
  Content ab_c, a_bc;
  ab_c.add(0, "ab");
  ab_c.add(1, "c");
  a_bc.add(0, "a");
  a_bc.add(1, "bc");
  EXPECT_NE(ab_c.bytes(), a_bc.bytes());
  Content empty, null;
  empty.add(0, "");
  EXPECT_NE(empty.bytes(), null.bytes());
}

TEST(Chain, reads_the_content_that_it_wrote) {
  auto rows = rows_of(kActions);
  Content written, read;
  Chain chain;
  ChainedRow row(rows, written, &chain);
  row.text(actions::kRun, "run");
  row.i64(actions::kSequence, -3);
  row.i64(actions::kAt, 5);
  row.text(actions::kKind, "planned");
  row.null(actions::kBatch);
  row.text(actions::kMessage, "");
  row.text(actions::kPayload, "{}");
  row.bytes(actions::kSealed, std::string("\0\xFF", 2));
  row.end(actions::kLink);
  const auto batch = rows.finish();
  read_content(batch.abi(), 0, actions::kLink, read);
  EXPECT_EQ(read.bytes(), written.bytes());
}

class LinkCheckTest : public ::testing::Test {
 protected:
  LinkCheckTest() {
    Chain chain;
    for (const char* text : {"a", "b", "c", "d"}) {
      contents_.push_back(content(text));
      links_.push_back(chain.add(contents_.back()));
    }
  }
  std::string check() {
    LinkCheck check;
    std::string text;
    for (std::size_t i = 0; i < links_.size(); ++i)
      text +=
          check.check(contents_[i],
                      links_[i].empty() ? std::nullopt : std::optional<std::string_view>(links_[i]))
              ? "."
              : "x";
    return text;
  }
  std::vector<Content> contents_;
  std::vector<std::string> links_;
};

TEST_F(LinkCheckTest, follows_a_chain) { EXPECT_EQ(check(), "...."); }

TEST_F(LinkCheckTest, names_the_row_whose_content_was_changed) {
  contents_[1] = content("B");
  EXPECT_EQ(check(), ".x..");
}

TEST_F(LinkCheckTest, names_the_row_whose_link_was_changed) {
  links_[1][0] ^= 1;
  EXPECT_EQ(check(), ".x..");
}

TEST_F(LinkCheckTest, names_the_row_whose_link_was_taken_away) {
  links_[2].clear();
  EXPECT_EQ(check(), "..x.");
}

TEST_F(LinkCheckTest, names_all_that_were_changed) {
  contents_[0] = content("A");
  contents_[3] = content("D");
  EXPECT_EQ(check(), "x..x");
}

}  // namespace
}  // namespace mailcomb::testing
