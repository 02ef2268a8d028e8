// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grammar.hpp"

#include <charconv>

#include "support/quote.hpp"

namespace mailcomb::app {

CLI::App* Grammar::command(CLI::App& parent, const char* name, const char* title,
                           CommandFunction function) {
  auto* sub = parent.add_subcommand(name, title);
  sub->callback([this, function] { options.command = function; });
  return sub;
}

CLI::Option* Grammar::count(CLI::App* sub, const char* name, std::optional<std::int64_t>& value) {
  return sub->add_option_function<std::string>(name, [&value, name](const std::string& text) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 1)
      throw CLI::ValidationError(name, in_quotes(text) + " is not a whole number from 1");
    value = number;
  });
}

void Grammar::output(CLI::App* sub) {
  choice<Format>(sub, "--format", options.format,
                 {{"table", Format::kTable},
                  {"json", Format::kJson},
                  {"ndjson", Format::kNdjson},
                  {"csv", Format::kCsv}})
      ->option_text("FORMAT");
  choice<std::optional<ProgressStyle>>(
      sub, "--progress", options.progress,
      {{"auto", std::nullopt}, {"plain", ProgressStyle::kPlain}, {"none", ProgressStyle::kNone}})
      ->option_text("HOW");
  sub->add_flag("-v,--verbose", options.is_verbose, "Say more on stderr");
  sub->add_flag("-q,--quiet", options.is_quiet, "Say only what went wrong");
  sub->add_option("--plugin-path", options.plugins, "Look for plugins here first")
      ->option_text("DIR");
  sub->add_option("--config", options.config, "The configuration, instead of mailcomb.yaml")
      ->option_text("FILE");
}

void Grammar::pipeline(CLI::App* sub) {
  sub->add_option("--pipeline", options.pipeline, "A pipeline of the configuration")
      ->option_text("NAME");
}

void Grammar::store(CLI::App* sub) {
  sub->add_option("--store", options.store, "Where the journal is kept, such as sqlite:PATH")
      ->option_text("NAME|TYPE:ARG");
}

void Grammar::mailbox(CLI::App* sub) {
  sub->add_option("--mailbox", options.mailbox, "The mailbox, such as maildir:~/Mail")
      ->option_text("NAME|TYPE:ARG");
}

void Grammar::policy(CLI::App* sub) {
  sub->add_option("--policy", options.policy, "A policy by its name or file")
      ->option_text("NAME|FILE");
  now(sub);
}

void Grammar::now(CLI::App* sub) {
  sub->add_option("--now", now_text, "Judge ages as if it were this time (RFC 3339)")
      ->option_text("TIME");
}

void Grammar::tests(CLI::App* sub) {
  sub->add_flag("--skip-tests", options.tests.are_skipped,
                "Go on although the policy's own tests fail");
}

void Grammar::metrics(CLI::App* sub) {
  sub->add_option("--metrics-file", options.metrics_file,
                  "Write the metrics here afterwards, for a textfile collector")
      ->option_text("FILE");
}

void Grammar::run_name(CLI::App* sub) {
  sub->add_option("RUN", options.run, "A run's id, its beginning, or 'last'")->required();
}

}  // namespace mailcomb::app
