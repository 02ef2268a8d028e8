// SPDX-License-Identifier: Apache-2.0
#include "mail/label_cells.hpp"

#include <vector>

#include "mailcomb/text.hpp"

namespace mailcomb::local_mail {

void write_labels(const Column& column, const GmailLabels& labels, sdk::RowWriter& rows) {
  std::vector<mailcomb_str> items;
  for (const auto& label : labels.own) items.push_back(sdk::slice(label));
  rows.texts(column.index, items);
}

void write_category(const Column& column, const GmailLabels& labels, sdk::RowWriter& rows) {
  if (labels.is_known) {
    rows.text(column.index, labels.category);
  } else {
    rows.null(column.index);
  }
}

}  // namespace mailcomb::local_mail
