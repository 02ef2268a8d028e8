// SPDX-License-Identifier: Apache-2.0
// init: writes an annotated mailcomb.yaml with the mailboxes that are found where people have them.
#include "app/commands/answer.hpp"
#include "app/commands/commands.hpp"
#include "app/text_file.hpp"
#include "support/quote.hpp"

namespace mailcomb::app {
namespace {

using json = nlohmann::ordered_json;

constexpr const char* kName = "mailcomb.yaml";
constexpr std::string_view kMailboxes = "\nmailboxes:\n";
constexpr std::string_view kListed = "\n    mailboxes: [";

std::vector<config::ComponentEntry> find_mailboxes(Workbench& bench,
                                                   std::vector<config::ComponentEntry> candidates) {
  std::erase_if(candidates, [&](const config::ComponentEntry& entry) {
    ComponentReference reference{
        entry.name, true, entry.type, {}, entry.parameters, bench.environment().folders, {}};
    return !bench.open_mailbox(reference);
  });
  return candidates;
}

// "  mail: {provider: maildir, path: ~/Mail}"
std::string entry_text(const config::ComponentEntry& entry) {
  std::string text = "  " + entry.name + ": {provider: " + entry.type;
  for (const auto& member : entry.parameters.members)
    text += ", " + member.key + ": " + member.value.text;
  return text + "}\n";
}

// The template is installed with us, so what is looked for is in it.
void replace_between(std::string& text, std::string_view begin, std::string_view end,
                     const std::string& with) {
  const auto at = text.find(begin);
  if (at == std::string::npos) return;
  const auto from = at + begin.size();
  text.replace(from, text.find(end, from) - from, with);
}

std::string filled(std::string text, const std::vector<config::ComponentEntry>& mailboxes) {
  if (mailboxes.empty()) return text;
  std::string entries, names;
  for (const auto& mailbox : mailboxes) {
    entries += entry_text(mailbox);
    names += (names.empty() ? "" : ", ") + mailbox.name;
  }
  replace_between(text, kMailboxes, "\n# ", entries);
  replace_between(text, kListed, "]", names);
  return text;
}

Report init_report(const std::string& file, const std::vector<config::ComponentEntry>& mailboxes) {
  Table table({{"mailbox"}, {"provider"}});
  json list = json::array();
  std::string names;
  for (const auto& mailbox : mailboxes) {
    table.add({mailbox.name, mailbox.type});
    list.push_back({{"name", mailbox.name}, {"provider", mailbox.type}});
    names += (names.empty() ? "" : ", ") + mailbox.name;
  }
  auto text = "Wrote " + file + (names.empty() ? "" : " with mailboxes " + names) + ".\n";
  text += names.empty() ? "No mailbox was found; write yours below 'mailboxes:'.\n"
                        : "See what its pipeline would do: mailcomb plan --pipeline nightly\n";
  return {std::move(text),
          {{"file", file}, {"mailboxes", std::move(list)}},
          "mailboxes",
          std::move(table)};
}

}  // namespace

CommandResult run_init(Workbench& bench) {
  const auto& files = bench.options().files;
  const std::string file = files.empty() ? kName : files.front();
  const auto defaults = bench.defaults();
  if (!defaults) return all(defaults.error());
  const auto text = read_text_file(bench.environment().share / kName);
  if (!text) return all(text.error());
  const auto mailboxes = find_mailboxes(bench, defaults->mailboxes);
  if (auto written = write_new_text_file(file, filled(*text, mailboxes)); !written)
    return all(written.error());
  return print_answer(bench, {ExitCode::kOk, init_report(file, mailboxes)});
}

}  // namespace mailcomb::app
