// SPDX-License-Identifier: Apache-2.0
// Settings: what the program works by, resolved once. A flag counts first, then the environment, then
// mailcomb.yaml, then the default.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/options.hpp"
#include "app/settings/environment.hpp"
#include "config/composition.hpp"

namespace mailcomb::app {

enum class Volume { kQuiet, kUsual, kVerbose };

struct Settings {
  std::shared_ptr<const config::Composition> composition;  // Null: there is no mailcomb.yaml.
  const config::Pipeline* pipeline = nullptr;              // --pipeline, or null.
  std::vector<std::string> mailboxes;    // As --mailbox takes them; several only of a pipeline.
  std::string policy;                    // As --policy takes it; empty: the default.
  std::string store;                     // As --store takes it; empty: the default.
  std::optional<plan::Backlog> backlog;  // --limit and --order, else the pipeline's.
  std::vector<std::filesystem::path> plugin_path;
  std::map<std::string, std::string> pins;
  std::optional<bool> dry_run_by_default;  // DRY_RUN_BY_DEFAULT, if it is said.
  bool require_confirmation = true;        // REQUIRE_CONFIRMATION
  Volume volume = Volume::kUsual;
};

Checked<Settings> resolve_settings(const Options& options, const Environment& environment);

}  // namespace mailcomb::app
