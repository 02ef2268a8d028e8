// SPDX-License-Identifier: Apache-2.0
// protect, unprotect: the senders whose mail no policy touches.
#include "app/commands/commands.hpp"
#include "app/report/protect_report.hpp"
#include "journal/protected_list.hpp"
#include "support/numbers.hpp"
#include "support/suggest.hpp"

namespace mailcomb::app {
namespace {

using mail::ProtectedSenders;

constexpr int kTriesMax = 5;  // Against others who change the list at the same time.

Checked<std::vector<std::string>> parse_senders(const std::vector<std::string>& texts) {
  Errors errors;
  std::vector<std::string> senders;
  for (const auto& text : texts) {
    auto sender = ProtectedSenders::parse(text);
    if (sender)
      senders.push_back(std::move(*sender));
    else
      errors.push_back(sender.error());
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return senders;
}

std::string counted(const ProtectedSenders& senders) {
  const auto count = static_cast<std::int64_t>(senders.list().size());
  return grouped(count) + (count == 1 ? " sender is" : " senders are") + " protected.\n";
}

CommandResult show(Workbench& bench, const ProtectedSenders& senders, const std::string& summary) {
  bench.terminal().print(render(protect_report(senders, summary), bench.options().format));
  return ExitCode::kOk;
}

// `change` edits the list, or says why not.
template <class Change>
CommandResult edit(Workbench& bench, Change change) {
  auto store = bench.open_store();
  if (!store) return tl::unexpected(std::move(store.error()));
  for (int tries = 0; tries < kTriesMax; ++tries) {
    auto list = journal::load_protected(*store);
    if (!list) return all(list.error());
    if (auto errors = change(list->senders); !errors.empty())
      return tl::unexpected(std::move(errors));
    const auto written = journal::save_protected(*store, *list);
    if (!written) return all(written.error());
    if (*written == plugin::Written::kYes)
      return show(bench, list->senders, counted(list->senders));
  }
  return all({Fault::kUnavailable,
              "the list of protected senders is being changed by others all the time",
              "try again",
              {},
              0,
              0,
              {}});
}

Error not_protected(const std::string& sender, const ProtectedSenders& senders) {
  const std::vector<std::string_view> names(senders.list().begin(), senders.list().end());
  const auto nearest = find_nearest(sender, names);
  return {Fault::kUsage,
          "'" + sender + "' is not on the list of protected senders; nothing was changed",
          nearest ? "did you mean '" + std::string(*nearest) + "'?"
                  : "'mailcomb protect --list' shows it",
          {},
          0,
          0,
          {}};
}

}  // namespace

CommandResult run_protect(Workbench& bench) {
  const auto& options = bench.options().protect;
  if (options.list == !options.senders.empty())
    return all({Fault::kUsage,
                options.list ? "--list takes no senders" : "which senders?",
                "'mailcomb protect ann@example.org @bank.example', or 'mailcomb protect --list'",
                {},
                0,
                0,
                {}});
  if (options.list) {
    auto store = bench.open_store();
    if (!store) return tl::unexpected(std::move(store.error()));
    const auto list = journal::load_protected(*store);
    if (!list) return all(list.error());
    return show(bench, list->senders, "");
  }
  const auto senders = parse_senders(options.senders);
  if (!senders) return tl::unexpected(senders.error());
  return edit(bench, [&](ProtectedSenders& list) {
    for (const auto& sender : *senders) list.add(sender);
    return Errors();
  });
}

// All of them or none, so that a slip of the pen is no half-done work.
CommandResult run_unprotect(Workbench& bench) {
  const auto senders = parse_senders(bench.options().protect.senders);
  if (!senders) return tl::unexpected(senders.error());
  return edit(bench, [&](ProtectedSenders& list) {
    Errors errors;
    for (const auto& sender : *senders)
      if (!list.remove(sender)) errors.push_back(not_protected(sender, list));
    return errors;
  });
}

}  // namespace mailcomb::app
