// SPDX-License-Identifier: Apache-2.0
// Writes the columns that come from Gmail's labels.
#pragma once

#include "mail/columns.hpp"
#include "mail/gmail_labels.hpp"
#include "mailcomb/row_writer.hpp"

namespace mailcomb::local_mail {

// Columns `labels` and `category`; a message without the header has no labels and no known category.
void write_labels(const Column& column, const GmailLabels& labels, sdk::RowWriter& rows);
void write_category(const Column& column, const GmailLabels& labels, sdk::RowWriter& rows);

}  // namespace mailcomb::local_mail
