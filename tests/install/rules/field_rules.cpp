// SPDX-License-Identifier: Apache-2.0
#include <mailcomb/plugin.hpp>

#include "bulk_mail.hpp"
#include "repeated.hpp"
#include "throwing.hpp"
#include "undecided.hpp"

MAILCOMB_PLUGIN("field-rules", "1.0.0", plugin) {
  plugin.rule<field::BulkMail>("field.bulk_mail", "Mail from lists, and large mail from machines")
      .integer("larger_than", "Bytes", 0, 10000)
      .reason("it names {} mailing list(s)")
      .reason("a machine sent {} bytes")
      .reason("a person may have written it")
      .reason("sender, size or List-Id cannot be read");
  plugin.rule<field::Repeated>("field.repeated", "Mail whose subject comes too often")
      .integer("times", "So often is too often", 2)
      .reason("its subject comes {} times")
      .reason("its subject comes only {} times")
      .reason("it has no subject");
  plugin.rule<field::Throwing>("field.throwing", "Fails on every message").reason("never given");
  plugin.rule<field::Undecided>("field.undecided", "Decides every second message")
      .reason("its number in the mailbox is even");
}
