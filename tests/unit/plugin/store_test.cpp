// SPDX-License-Identifier: Apache-2.0
#include "plugin/store.hpp"

#include <gtest/gtest.h>

#include <map>

#include "mailcomb/plugin.hpp"
#include "plugin/batch_builder.hpp"
#include "support/in_process.hpp"

namespace mailcomb::plugin {
namespace {

using namespace std::chrono_literals;
using sdk::Value;
using testing::component_of;
using testing::error_text;

// One table of (key, text), kept in memory, without order or ranges.
class MapStore {
 public:
  MapStore(const sdk::Call&, const sdk::Config& config, std::vector<sdk::Table> tables,
           std::uint32_t schema_version) {
    if (schema_version > 1)
      throw sdk::Failure(MAILCOMB_UNAVAILABLE, "newer", "the store is of schema 1");
    location_ = config["location"].text();
    table_ = tables.at(0);
  }
  Value describe() { return Value::map({{"location", location_}}); }
  void append(const sdk::Call&, std::uint32_t, const mailcomb_batch& batch) {
    for (std::uint32_t i = 0; i < batch.row_count; ++i) {
      const sdk::Row row(&batch, i);
      if (!rows_.emplace(*row.integer("key"), *row.text("text")).second)
        throw sdk::Failure(MAILCOMB_CONFLICT, "exists", "the key exists");
    }
  }
  void commit(const sdk::Call&) {}
  void read(const sdk::Call&, std::uint32_t, const sdk::KeyRange& range, sdk::RowWriter& rows) {
    for (const auto& [key, text] : rows_) {
      if (!range.first.empty() && key < range.first[0].integer()) continue;
      rows.i64(0, key);
      rows.text(1, text);
      rows.end_row();
    }
  }
  void remove(const sdk::Call&, std::uint32_t, const sdk::KeyRange&) { rows_.clear(); }
  std::optional<sdk::Document> get_document(const sdk::Call&, std::string_view key) {
    if (key != "policy" || version_ == 0) return {};
    return sdk::Document{version_, document_};
  }
  void put_document(const sdk::Call&, std::string_view, std::int64_t expected,
                    std::string_view bytes) {
    if (expected != version_) throw sdk::Failure(MAILCOMB_CONFLICT, "version", "another version");
    ++version_;
    document_ = bytes;
  }
  sdk::Lease take_lease(const sdk::Call&, std::string_view, std::string_view holder,
                        std::chrono::milliseconds, bool force) {
    if (!holder_.empty() && holder_ != holder && !force) return {{}, holder_};
    if (holder_ != holder) ++fence_;
    holder_ = holder;
    return {fence_, holder_};
  }
  void drop_lease(const sdk::Call&, std::string_view, std::int64_t fence) {
    if (fence == fence_) holder_.clear();
  }

 private:
  std::string location_, document_, holder_;
  sdk::Table table_;
  std::map<std::int64_t, std::string> rows_;
  std::int64_t version_ = 0;
  std::int64_t fence_ = 0;
};

class StoreTest : public ::testing::Test {
 protected:
  Result<Store> open(std::uint32_t schema_version = 1, Value location = "memory") const {
    return Store::open(
        component_of(plugin_), Value::map({{"location", location}}),
        {{"notes", 1, {{"key", MAILCOMB_COLUMN_I64}, {"text", MAILCOMB_COLUMN_UTF8}}}},
        schema_version);
  }
  static Batch row(std::int64_t key, std::string_view text) {
    BatchBuilder builder({{"key", MAILCOMB_COLUMN_I64}, {"text", MAILCOMB_COLUMN_UTF8}});
    const auto writer = builder.writer();
    sdk::RowWriter rows(&writer);
    rows.i64(0, key);
    rows.text(1, text);
    rows.end_row();
    return builder.finish();
  }

  const sdk::Plugin plugin_{
      "fakes", "1.0.0", [](sdk::Plugin& plugin) { plugin.store<MapStore>("map", "In memory"); }};
};

TEST_F(StoreTest, tells_where_it_is) { EXPECT_EQ(open().value().location(), "memory"); }

TEST_F(StoreTest, that_does_not_open_says_why) {
  const auto opened = open(2);
  EXPECT_EQ(opened.error().fault, Fault::kUnavailable);
  EXPECT_EQ(error_text(opened), "store 'map': the store is of schema 1\n");
}

TEST_F(StoreTest, must_have_a_location) {
  EXPECT_EQ(error_text(open(1, "")),
            "store 'map' misbehaved in describe: 'location' is missing\n"
            "  hint: this is a bug of plugin 'fakes' 1.0.0; tell its author\n");
}

TEST_F(StoreTest, gives_back_rows) {
  Store store = open().value();
  EXPECT_EQ(store.append(0, row(1, "one")).value(), Written::kYes);
  EXPECT_EQ(store.append(0, row(2, "two")).value(), Written::kYes);
  EXPECT_TRUE(store.commit());
  EXPECT_EQ(store.read(0, {}).value().row_count(), 2u);
  const Batch from_two = store.read(0, {{Value(2)}, {}, false, 0}).value();
  ASSERT_EQ(from_two.row_count(), 1u);
  EXPECT_EQ(from_two.row(0).text("text"), "two");
  EXPECT_TRUE(store.remove(0, {}));
  EXPECT_EQ(store.read(0, {}).value().row_count(), 0u);
}

TEST_F(StoreTest, must_keep_to_rows_max) {
  Store store = open().value();
  store.append(0, row(1, "one"));
  store.append(0, row(2, "two"));
  EXPECT_EQ(error_text(store.read(0, {{}, {}, false, 1})),
            "store 'map' misbehaved in read: more than 1 rows were written\n"
            "  hint: this is a bug of plugin 'fakes' 1.0.0; tell its author\n");
}

TEST_F(StoreTest, tells_a_conflict_from_a_failure) {
  Store store = open().value();
  store.append(0, row(1, "one"));
  EXPECT_EQ(store.append(0, row(1, "again")).value(), Written::kConflict);
}

TEST_F(StoreTest, keeps_versioned_documents) {
  Store store = open().value();
  EXPECT_FALSE(store.get_document("policy").value());
  EXPECT_EQ(store.put_document("policy", 0, "one").value(), Written::kYes);
  EXPECT_EQ(store.put_document("policy", 0, "two").value(), Written::kConflict);
  const auto document = store.get_document("policy").value();
  EXPECT_EQ(document->version, 1);
  EXPECT_EQ(document->bytes, "one");
}

TEST_F(StoreTest, lends_to_one_holder) {
  Store store = open().value();
  EXPECT_EQ(store.take_lease("run", "me", 1s).value().fence, 1);
  const auto refused = store.take_lease("run", "you", 1s).value();
  EXPECT_FALSE(refused.fence);
  EXPECT_EQ(refused.holder, "me");
  EXPECT_EQ(store.take_lease("run", "you", 1s, Takeover::kForce).value().fence, 2);
  EXPECT_TRUE(store.drop_lease("run", 2));
}

}  // namespace
}  // namespace mailcomb::plugin
