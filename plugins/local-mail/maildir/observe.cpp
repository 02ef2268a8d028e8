// SPDX-License-Identifier: Apache-2.0
#include "maildir/observe.hpp"

#include <string>
#include <utility>

#include "mailcomb/text.hpp"
#include "maildir/doubles.hpp"
#include "maildir/message_name.hpp"

namespace mailcomb::local_mail {
namespace {

class Observer {
 public:
  Observer(int root_fd, std::vector<Column> columns, LabelSource labels, sdk::RowWriter& rows)
      : root_fd_(root_fd),
        directories_(root_fd),
        row_(root_fd, std::move(columns), labels),
        rows_(rows) {}

  // Answers those for which there is no file; they may have been renamed while names were read.
  std::vector<std::string> look(const sdk::Call& call, const std::vector<std::string>& bases) {
    const std::unordered_set<std::string_view> wanted(bases.begin(), bases.end());
    listing_ = Listing::load(
        root_fd_, [&](std::string_view base, std::uint64_t) { return wanted.contains(base); });
    std::vector<std::string> missed;
    for (const auto& base : bases) {
      if (call.is_cancelled())
        throw sdk::Failure(MAILCOMB_CANCELLED, "cancelled", "the look at messages was stopped");
      if (!write(base)) missed.push_back(base);
    }
    return missed;
  }

  void report_hidden(const std::vector<std::string>& bases) {
    const Trouble* trouble = listing_.find_hiding_place();
    if (!trouble) return;
    for (const auto& base : bases)
      rows_.skip(id_of(base), "may lie in '" + trouble->what + "', which " + trouble->why);
  }

 private:
  bool write(const std::string& base) {
    auto found = listing_.find(base);
    if (found.size() > 1) found = still_there(directories_, listing_, found);
    if (found.size() > 1) {
      rows_.skip(id_of(base), doubles_text(listing_, found));
      return true;
    }
    return !found.empty() &&
           row_.write(listing_, *found.front(), rows_) != MessageRow::Outcome::kMissing;
  }

  int root_fd_;
  Listing listing_;
  PlaceDirs directories_;
  MessageRow row_;
  sdk::RowWriter& rows_;
};

}  // namespace

void observe(int root_fd, const sdk::Call& call, std::span<const mailcomb_str> ids,
             std::vector<Column> columns, LabelSource labels, sdk::RowWriter& rows) {
  std::vector<std::string> bases;
  for (const auto& id : ids)
    if (auto base = find_base(sdk::view(id))) bases.push_back(std::move(*base));
  Observer observer(root_fd, std::move(columns), labels, rows);
  auto missed = observer.look(call, bases);
  if (!missed.empty()) missed = observer.look(call, missed);
  observer.report_hidden(missed);
}

}  // namespace mailcomb::local_mail
