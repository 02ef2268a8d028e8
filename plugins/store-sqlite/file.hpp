// SPDX-License-Identifier: Apache-2.0
// The store's file: where it lies by default, and that nobody else can read it.
#pragma once

#include <filesystem>

namespace mailcomb::store_sqlite {

// mailcomb/mailcomb.db in the state folder of the XDG Base Directory Specification; `state_home`
// and `home` are what $XDG_STATE_HOME and $HOME say, or null.
std::filesystem::path default_file(const char* state_home, const char* home);

// Makes new names in a folder durable.
void sync_folder(const std::filesystem::path& folder);

// Makes what is missing of a path, readable for nobody else, and durable.
void make_private_folders(const std::filesystem::path& folder);

// Makes the file, empty and readable for nobody else, if there is none. Opens no file that exists:
// closing it again would drop the locks of this process's connections
// (https://sqlite.org/howtocorrupt.html, section 2.2).
void make_private_file(const std::filesystem::path& file);

// Takes what others may do with the file, and with what SQLite keeps beside it, from them. Throws
// if it is not ours to take.
void close_to_others(const std::filesystem::path& file);

}  // namespace mailcomb::store_sqlite
