// SPDX-License-Identifier: Apache-2.0
// What the tests of the SQLite store open, and what came of it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "store-sqlite/store.hpp"
#include "support/test_call.hpp"

namespace mailcomb::store_sqlite {

inline std::vector<sdk::Table> one_table() {
  return {{"runs", 1, {{"id", MAILCOMB_COLUMN_UTF8}, {"at", MAILCOMB_COLUMN_I64}}}};
}

inline Store open_store(const std::filesystem::path& file, std::uint32_t version = 1,
                        std::vector<sdk::Table> tables = one_table()) {
  return Store(testing::TestCall(), sdk::Value::map({{"path", file.string()}}), std::move(tables),
               version);
}

// "status code: summary\nhint", or "" if the body does not fail. The folder is written as FOLDER.
template <class Body>
std::string failure_of(const std::filesystem::path& folder, Body&& body) {
  try {
    body();
    return {};
  } catch (const sdk::Failure& failure) {
    std::string text = std::to_string(failure.status) + " " + failure.code + ": " +
                       failure.summary + "\n" + failure.hint;
    const std::string name = folder.string();
    for (auto at = text.find(name); at != text.npos; at = text.find(name))
      text.replace(at, name.size(), "FOLDER");
    return text;
  }
}

}  // namespace mailcomb::store_sqlite
