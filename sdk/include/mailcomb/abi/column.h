/* SPDX-License-Identifier: Apache-2.0
 * Columns: the properties of messages that providers tell and rules read.
 *
 *   name             type         meaning
 *   id               utf8         the provider's name of the message; stable while it is moved
 *   thread           utf8         the provider's name of its conversation
 *   received_at      i64          when the mailbox accepted it, ms since 1970-01-01T00:00Z
 *   size_bytes       i64          of the whole message as stored
 *   flags            u64          MAILCOMB_FLAG_ bits
 *   location         utf8         inbox, archive, sent, drafts, trash, spam or other
 *   folder           utf8         the provider's own name of the place
 *   from, to, cc     addresses    decoded (RFC 2047)
 *   subject          utf8         decoded (RFC 2047)
 *   labels           utf8 list    the user's own labels, not the provider's
 *   header:<name>    utf8 list    all fields of that name, unfolded; the name in lower case
 *   category         utf8         primary, promotions, social, updates or forums
 *   importance       utf8         critical, high, medium, low or spam
 *   attachments      i64          how many files are attached to it (RFC 2183); null: nobody can tell
 *   filter:<name>    i64          a filter that the rule type registered: 1 true, 0 false, null unknown
 *   restore          value        all the provider needs to put the message back (provider.h)
 *
 * An absent header is a known, empty list. Null means that the message could not be read. A column
 * that the provider lacks is absent, and unknown in filters. */
#ifndef MAILCOMB_ABI_COLUMN_H
#define MAILCOMB_ABI_COLUMN_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  MAILCOMB_COLUMN_I64 = 1,
  MAILCOMB_COLUMN_U64 = 2,
  MAILCOMB_COLUMN_UTF8 = 3,
  MAILCOMB_COLUMN_UTF8_LIST = 4,
  MAILCOMB_COLUMN_ADDRESSES = 5, /* Lists of (name, address); the name may be empty. */
  MAILCOMB_COLUMN_BYTES = 6,
  MAILCOMB_COLUMN_VALUE = 7 /* A mailcomb_value in a form of the host's own. */
};

/* Bits of the column `flags`. */
#define MAILCOMB_FLAG_UNREAD ((uint64_t)1 << 0)
#define MAILCOMB_FLAG_STARRED ((uint64_t)1 << 1)
#define MAILCOMB_FLAG_REPLIED ((uint64_t)1 << 2)
#define MAILCOMB_FLAG_DRAFT ((uint64_t)1 << 3)
#define MAILCOMB_FLAG_IMPORTANT ((uint64_t)1 << 4)

/* One mailbox of a From, To or Cc field (RFC 5322 section 3.4). */
typedef struct mailcomb_address {
  mailcomb_str name;
  mailcomb_str address; /* local-part@domain, as written. */
} mailcomb_address;

/* Takes rows in the host's memory, so that only the host lays out bytes. For each row every column
 * that was asked for is appended once, in any order; `column` is its index in the request.
 *
 * For every slot:
 * Thread: the thread of the call that handed the writer over.
 * Owner: slices stay the caller's; the host copies them before returning.
 * Fails: MAILCOMB_INVALID for a column that was not asked for, has another type, comes twice in a
 *        row or is missing at end_row; the row is then dropped and the host reports a bug. Bytes
 *        that are not UTF-8 are no error in text: each is replaced by U+FFFD.
 * Since: 1.0 */
typedef struct mailcomb_row_writer {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  mailcomb_status (*append_null)(void* context, uint32_t column);
  mailcomb_status (*append_i64)(void* context, uint32_t column, int64_t value);
  mailcomb_status (*append_u64)(void* context, uint32_t column, uint64_t value);
  mailcomb_status (*append_utf8)(void* context, uint32_t column, mailcomb_str text);
  mailcomb_status (*append_bytes)(void* context, uint32_t column, mailcomb_bytes bytes);
  mailcomb_status (*append_utf8_list)(void* context, uint32_t column, const mailcomb_str* items,
                                      uint64_t count);
  mailcomb_status (*append_addresses)(void* context, uint32_t column, const mailcomb_address* items,
                                      uint64_t count);
  /* `value` is what a mailcomb_value (value.h) points to. */
  mailcomb_status (*append_value)(void* context, uint32_t column, const void* value);
  mailcomb_status (*end_row)(void* context);

  /* Names something that is in the mailbox but cannot be given as a row: an unreadable file or
   * folder, a file that is no message, an ambiguous name. The host keeps it, counts it and reports
   * it. Outside of rows only. */
  mailcomb_status (*skip)(void* context, mailcomb_str what, mailcomb_str why);
} mailcomb_row_writer;

#ifdef __cplusplus
}
#endif

#endif
