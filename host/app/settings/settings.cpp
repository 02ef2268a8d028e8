// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settings.hpp"

#include "app/settings/config_file.hpp"
#include "app/settings/known_variables.hpp"
#include "app/settings/search_path.hpp"
#include "support/quote.hpp"
#include "support/suggest.hpp"

namespace mailcomb::app {
namespace {

using config::Composition;

std::string places(const Environment& environment) {
  std::string text;
  for (const auto& file : environment.config_files)
    text += (text.empty() ? "" : ", ") + file.string();
  return text;
}

Result<const config::Pipeline*> find_pipeline(const std::string& name,
                                              const Composition* composition,
                                              const Environment& environment) {
  if (name.empty()) return nullptr;
  if (!composition)
    return fail(Fault::kInvalid, "there is no pipeline " + in_quotes(name) + ": no mailcomb.yaml",
                "name one with --config; it is looked for as " + places(environment));
  if (const auto* pipeline = composition->find_pipeline(name)) return pipeline;
  std::vector<std::string_view> names;
  for (const auto& pipeline : composition->pipelines) names.push_back(pipeline.name);
  return fail(
      Fault::kInvalid,
      "there is no pipeline " + in_quotes(name) + " in " + in_quotes(composition->file.string()),
      names.empty() ? "it has none" : suggest(name, names, "its pipelines"));
}

std::vector<std::filesystem::path> plugin_path(const Options& options,
                                               const Environment& environment,
                                               const Composition* composition) {
  std::vector<std::filesystem::path> path(options.plugins.begin(), options.plugins.end());
  const auto add = [&](const std::vector<std::filesystem::path>& more) {
    path.insert(path.end(), more.begin(), more.end());
  };
  add(split_path(environment.variables.find_said("MAILCOMB_PLUGIN_PATH").value_or("")));
  if (composition) add(composition->plugins.path);
  return path;
}

Volume volume_of(const Options& options, const Environment& environment,
                 const Composition* composition) {
  if (options.is_quiet) return Volume::kQuiet;
  if (options.is_verbose) return Volume::kVerbose;
  auto level = environment.variables.find_said("LOG_LEVEL").value_or("");
  if (level.empty() && composition) level = composition->log.level;
  if (level == "error" || level == "warn") return Volume::kQuiet;
  return level == "debug" ? Volume::kVerbose : Volume::kUsual;
}

// --store, the pipeline's, the only one of the file. Of several nobody can tell which is meant.
std::string store_of(const Options& options, const Settings& settings) {
  if (!options.store.empty()) return options.store;
  if (settings.pipeline && !settings.pipeline->store.empty()) return settings.pipeline->store;
  if (settings.composition && settings.composition->stores.size() == 1)
    return settings.composition->stores.front().name;
  return {};
}

std::vector<std::string> mailboxes_of(const Options& options, const Settings& settings) {
  if (!options.mailbox.empty()) return {options.mailbox};
  return settings.pipeline ? settings.pipeline->mailboxes : std::vector<std::string>();
}

std::optional<plan::Backlog> backlog_of(const Options& options, const Settings& settings) {
  using plan::Order;
  const auto& asked = options.narrowing;
  if (asked.limit) return plan::Backlog{*asked.limit, asked.order};
  if (!settings.pipeline || !settings.pipeline->backlog) return {};
  const auto& backlog = *settings.pipeline->backlog;
  const bool is_newest = backlog.order == config::Backlog::Order::kNewest;
  return plan::Backlog{backlog.per_run, is_newest ? Order::kNewest : Order::kOldest};
}

std::string policy_of(const Options& options, const Settings& settings) {
  if (!options.policy.empty()) return options.policy;
  return settings.pipeline ? settings.pipeline->policy : "";
}

}  // namespace

Checked<Settings> resolve_settings(const Options& options, const Environment& environment) {
  Settings settings;
  auto composition = load_config(options.config, environment);
  if (!composition) return tl::unexpected(std::move(composition.error()));
  settings.composition = std::move(*composition);
  const auto* file = settings.composition.get();
  const auto pipeline = find_pipeline(options.pipeline, file, environment);
  if (!pipeline) return tl::unexpected(Errors{pipeline.error()});
  settings.pipeline = *pipeline;
  settings.mailboxes = mailboxes_of(options, settings);
  settings.policy = policy_of(options, settings);
  settings.store = store_of(options, settings);
  settings.backlog = backlog_of(options, settings);
  settings.plugin_path = plugin_path(options, environment, file);
  if (file) settings.pins = file->plugins.pins;
  if (const auto dry = environment.variables.find_said("DRY_RUN_BY_DEFAULT"))
    settings.dry_run_by_default = is_true(*dry);
  if (const auto confirm = environment.variables.find_said("REQUIRE_CONFIRMATION"))
    settings.require_confirmation = is_true(*confirm);
  settings.volume = volume_of(options, environment, file);
  return settings;
}

}  // namespace mailcomb::app
