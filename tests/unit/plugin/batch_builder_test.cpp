// SPDX-License-Identifier: Apache-2.0
#include "plugin/batch_builder.hpp"

#include <gtest/gtest.h>

#include "mailcomb/row_writer.hpp"
#include "plugin/value_bytes.hpp"

namespace mailcomb::plugin {
namespace {

using sdk::slice;
using sdk::Value;

std::vector<ColumnSpec> every_type() {
  return {{"id", MAILCOMB_COLUMN_UTF8},        {"received_at", MAILCOMB_COLUMN_I64},
          {"flags", MAILCOMB_COLUMN_U64},      {"labels", MAILCOMB_COLUMN_UTF8_LIST},
          {"from", MAILCOMB_COLUMN_ADDRESSES}, {"raw", MAILCOMB_COLUMN_BYTES},
          {"restore", MAILCOMB_COLUMN_VALUE}};
}

void append_sample(BatchBuilder& builder, std::string_view id) {
  const mailcomb_row_writer writer = builder.writer();
  sdk::RowWriter rows(&writer);
  const mailcomb_str labels[] = {slice("Work"), slice("Caf\xE9")};
  const mailcomb_address from[] = {{slice("Ann"), slice("a@b.example")},
                                   {{}, slice("c@d.example")}};
  rows.value(6, Value::map({{"path", "cur/" + std::string(id)}}));
  rows.text(0, id);
  rows.i64(1, -5);
  rows.u64(2, MAILCOMB_FLAG_UNREAD);
  rows.texts(3, labels);
  rows.addresses(4, from);
  rows.bytes(5, std::string_view("\0\xFF", 2));
  rows.end_row();
}

void append_nulls(BatchBuilder& builder) {
  const mailcomb_row_writer writer = builder.writer();
  for (std::uint32_t column = 0; column < 7; ++column) writer.append_null(writer.context, column);
  EXPECT_EQ(writer.end_row(writer.context), MAILCOMB_OK);
}

TEST(BatchBuilder, lays_out_every_type) {
  BatchBuilder builder(every_type());
  append_nulls(builder);
  append_sample(builder, "m1");
  append_sample(builder, "m2");
  const Batch batch = builder.finish(40);

  ASSERT_EQ(batch.row_count(), 3u);
  EXPECT_EQ(batch.row(0).ordinal(), 40u);
  EXPECT_FALSE(batch.row(0).text("id"));
  EXPECT_FALSE(batch.row(0).addresses("from"));
  const auto row = batch.row(2);
  EXPECT_EQ(row.text("id"), "m2");
  EXPECT_EQ(row.integer("received_at"), -5);
  EXPECT_EQ(row.bits("flags"), MAILCOMB_FLAG_UNREAD);
  ASSERT_EQ(row.texts("labels")->size(), 2u);
  EXPECT_EQ(row.texts("labels")->text(1), "Caf\uFFFD");
  ASSERT_EQ(row.addresses("from")->size(), 2u);
  EXPECT_EQ(row.addresses("from")->address(0).name, "Ann");
  EXPECT_EQ(row.addresses("from")->address(1).address, "c@d.example");
  const auto* restore = mailcomb_batch_find(&batch.abi(), slice("restore"));
  EXPECT_EQ(value_from_bytes(sdk::view(mailcomb_batch_utf8(&batch.abi(), restore, 2))),
            Value::map({{"path", "cur/m2"}}));
}

TEST(BatchBuilder, aligns_every_section_within_the_block) {
  BatchBuilder builder(every_type());
  append_sample(builder, "odd");
  const Batch batch = builder.finish();
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(&batch.abi()) % 8, 0u);
  for (std::uint32_t i = 0; i < batch.abi().column_count; ++i) {
    const auto* column = mailcomb_batch_column_at(&batch.abi(), i);
    for (const auto offset :
         {column->nulls_offset, column->values_offset, column->items_offset, column->text_offset}) {
      EXPECT_EQ(offset % 8, 0u);
      EXPECT_LE(offset, batch.abi().total_size);
    }
  }
}

TEST(BatchBuilder, is_empty_again_after_finish) {
  BatchBuilder builder(every_type());
  append_sample(builder, "m1");
  const Batch first = builder.finish();
  append_sample(builder, "m2");
  const Batch second = builder.finish();
  EXPECT_EQ(first.row(0).text("id"), "m1");
  EXPECT_EQ(second.row_count(), 1u);
  EXPECT_EQ(second.row(0).text("id"), "m2");
  EXPECT_EQ(builder.finish().row_count(), 0u);
}

TEST(BatchBuilder, moves_between_batches) {
  BatchBuilder builder(every_type());
  append_sample(builder, "m1");
  BatchBuilder moved(std::move(builder));
  append_sample(moved, "m2");
  EXPECT_EQ(moved.finish().row_count(), 2u);
}

TEST(BatchBuilder, keeps_skips_fit_for_a_line) {
  BatchBuilder builder(every_type());
  const mailcomb_row_writer writer = builder.writer();
  writer.skip(writer.context, slice("cur/\xFF"), slice("is\nno message"));
  EXPECT_EQ(builder.skips(), (std::vector<Skip>{{"cur/\uFFFD", "is no message"}}));
}

// Each of these is a plugin's mistake: the row goes, its neighbours stay.
class Misuse : public ::testing::Test {
 protected:
  void append_good() {
    w_.append_utf8(w_.context, 0, slice("good"));
    w_.append_i64(w_.context, 1, 7);
    EXPECT_EQ(w_.end_row(w_.context), MAILCOMB_OK);
  }
  void expect_dropped(std::string_view why) {
    EXPECT_EQ(w_.end_row(w_.context), MAILCOMB_INVALID);
    EXPECT_EQ(builder_.misuse(), why);
    append_good();
    const Batch batch = builder_.finish();
    ASSERT_EQ(batch.row_count(), 2u);
    for (std::uint32_t row : {0, 1}) {
      EXPECT_EQ(batch.row(row).text("id"), "good");
      EXPECT_EQ(batch.row(row).integer("size_bytes"), 7);
    }
  }
  void SetUp() override { append_good(); }

  BatchBuilder builder_{{{"id", MAILCOMB_COLUMN_UTF8}, {"size_bytes", MAILCOMB_COLUMN_I64}}};
  mailcomb_row_writer w_ = builder_.writer();
};

TEST_F(Misuse, of_a_missing_column) {
  w_.append_utf8(w_.context, 0, slice("bad"));
  expect_dropped("column 'size_bytes' is missing in a row");
}

TEST_F(Misuse, of_a_column_twice) {
  w_.append_utf8(w_.context, 0, slice("bad"));
  EXPECT_EQ(w_.append_utf8(w_.context, 0, slice("bad")), MAILCOMB_INVALID);
  expect_dropped("column 'id' came twice in one row");
}

TEST_F(Misuse, of_another_type) {
  EXPECT_EQ(w_.append_u64(w_.context, 1, 1), MAILCOMB_INVALID);
  expect_dropped("column 'size_bytes' has another type");
}

TEST_F(Misuse, of_a_column_not_asked_for) {
  EXPECT_EQ(w_.append_null(w_.context, 2), MAILCOMB_INVALID);
  expect_dropped("column number 2 was not asked for");
}

TEST_F(Misuse, of_text_without_bytes) {
  EXPECT_EQ(w_.append_utf8(w_.context, 0, {nullptr, 3}), MAILCOMB_INVALID);
  expect_dropped("column 'id' has text without bytes");
}

TEST_F(Misuse, of_text_beyond_32_bit_offsets) {
  const std::uint64_t beyond = std::uint64_t{1} << 33;
  EXPECT_EQ(w_.append_utf8(w_.context, 0, {"", beyond}), MAILCOMB_INVALID);
  expect_dropped("column 'id' has too much text for one batch");
}

TEST_F(Misuse, of_a_skip_within_a_row) {
  w_.append_utf8(w_.context, 0, slice("bad"));
  EXPECT_EQ(w_.skip(w_.context, slice("x"), slice("y")), MAILCOMB_INVALID);
  expect_dropped("skip was called within a row");
}

TEST_F(Misuse, of_an_unended_row_drops_it_at_finish) {
  w_.append_utf8(w_.context, 0, slice("bad"));
  EXPECT_TRUE(builder_.is_within_row());
  EXPECT_EQ(builder_.finish().row_count(), 1u);
  EXPECT_FALSE(builder_.is_within_row());
}

TEST_F(Misuse, of_the_row_limit) {
  builder_.limit_rows(1);
  EXPECT_EQ(w_.append_utf8(w_.context, 0, slice("bad")), MAILCOMB_INVALID);
  EXPECT_EQ(builder_.misuse(), "more than 1 rows were written");
}

TEST(BatchBuilder, refuses_malformed_values_and_lists) {
  BatchBuilder builder(every_type());
  const mailcomb_row_writer writer = builder.writer();
  const mailcomb_value empty{sizeof empty, 0, nullptr, nullptr, 0};
  EXPECT_EQ(writer.append_value(writer.context, 6, &empty), MAILCOMB_INVALID);
  EXPECT_EQ(builder.misuse(), "column 'restore' has a malformed value");
  builder.finish();
  EXPECT_EQ(writer.append_value(writer.context, 6, nullptr), MAILCOMB_INVALID);
  builder.finish();
  EXPECT_EQ(writer.append_utf8_list(writer.context, 3, nullptr, 1), MAILCOMB_INVALID);
  EXPECT_EQ(builder.misuse(), "column 'labels' has a list without items");
  builder.finish();
  const mailcomb_address half[] = {{slice("Ann"), {nullptr, 9}}};
  EXPECT_EQ(writer.append_addresses(writer.context, 4, half, 1), MAILCOMB_INVALID);
  EXPECT_EQ(builder.misuse(), "column 'from' has text without bytes");
}

}  // namespace
}  // namespace mailcomb::plugin
