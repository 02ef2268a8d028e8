// SPDX-License-Identifier: Apache-2.0
// Composition: what mailcomb.yaml says there is, and how it is put together.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/secrets.hpp"
#include "config/variables.hpp"
#include "support/document.hpp"

namespace mailcomb::config {

// A mailbox or a store, by the name that the file gives it. Its plugin has not been asked yet.
struct ComponentEntry {
  std::string name;
  std::string type;  // The component.
  Node parameters;   // A mapping, without the keys that are the host's.
  Mark mark;         // Of the name.
};

// How long runs are remembered; empty: for good.
struct Retention {
  std::optional<std::chrono::days> runs;
  std::optional<std::chrono::days> actions;  // What happened to each message.
};

struct StoreEntry : ComponentEntry {
  Retention retention;
};

// Not everything at once: at most so many messages a run.
struct Backlog {
  enum class Order { kOldest, kNewest };

  std::int64_t per_run = 0;
  Order order = Order::kOldest;
};

struct Pipeline {
  std::string name;
  std::vector<std::string> mailboxes;  // At least one; all are in the composition.
  std::string policy;                  // As --policy takes it, with absolute paths; or empty.
  std::string store;                   // Or empty.
  std::optional<bool> execute;
  std::optional<bool> dry_run;
  std::optional<Backlog> backlog;
  std::optional<std::chrono::seconds> deadline;
  Mark mark;  // Of the name.
};

struct Plugins {
  std::vector<std::filesystem::path> path;  // Absolute.
  std::map<std::string, std::string> pins;  // File name to SHA-256, in lower-case hex.
};

struct Log {
  std::string level;   // error, warn, info or debug; empty: not said.
  std::string format;  // text or json; empty: not said.
  std::string file;    // Absolute, or empty.
};

struct Metrics {
  std::string listen;       // HOST:PORT, or empty.
  std::string pushgateway;  // A URL, or empty.
  std::string textfile;     // Absolute, or empty.
};

enum class AuditDetail { kMetadata, kIds };

struct Composition {
  std::filesystem::path file;  // Absolute.
  Readers readers = Readers::kOwner;
  Plugins plugins;
  std::vector<ComponentEntry> mailboxes;  // In file order, as the others.
  std::vector<StoreEntry> stores;
  std::vector<Pipeline> pipelines;
  Metrics metrics;
  Log log;
  AuditDetail audit = AuditDetail::kMetadata;
  Errors notes;  // Places that ask for what this version cannot do yet, to be told.

  // Null if there is none.
  const ComponentEntry* find_mailbox(const std::string& name) const;
  const StoreEntry* find_store(const std::string& name) const;
  const Pipeline* find_pipeline(const std::string& name) const;
};

// Where a composition comes from.
struct CompositionFile {
  std::string name;            // In errors.
  std::filesystem::path path;  // Absolute.
  Readers readers = Readers::kOwner;
};

// All errors of the file at once: its shape, its values, names that lead nowhere, and passwords that
// others may read.
Checked<Composition> read_composition(const std::string& text, const CompositionFile& file,
                                      const std::filesystem::path& home,
                                      const FindVariable& find_variable);

}  // namespace mailcomb::config
