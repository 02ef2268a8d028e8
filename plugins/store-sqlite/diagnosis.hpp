// SPDX-License-Identifier: Apache-2.0
// Diagnosis: why the store's file cannot be used, said so that the user can mend it.
#pragma once

#include <filesystem>
#include <string_view>

#include "mailcomb/failure.hpp"

namespace mailcomb::store_sqlite {

// What SQLite answered.
struct SqliteError {
  int result;        // An extended result code (https://sqlite.org/rescode.html).
  int system_error;  // errno after the call, which was 0 before.
  std::string_view message;
};

sdk::Failure diagnose(const SqliteError& error, const std::filesystem::path& file);

// Why a file that could not be opened, made or written cannot be; looks at it and at its folder.
sdk::Failure diagnose_access(const std::filesystem::path& file, int system_error);

}  // namespace mailcomb::store_sqlite
