/* SPDX-License-Identifier: Apache-2.0
 * A provider: reads one kind of mailbox and changes it.
 *
 * The host decides, the provider obeys: it never changes anything but in `apply` and `retire`, and
 * only what it is told. Losing a message is worse than failing. */
#ifndef MAILCOMB_ABI_PROVIDER_H
#define MAILCOMB_ABI_PROVIDER_H

#include "call.h"
#include "column.h"
#include "host.h"
#include "value.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An open mailbox, and a scan of it; opaque to the host. */
typedef struct mailcomb_mailbox mailcomb_mailbox;
typedef struct mailcomb_scan mailcomb_scan;

/* How well a provider's own search answers a filter. */
enum {
  MAILCOMB_SEARCH_NONE = 0,     /* Not at all: the scan gives every message. */
  MAILCOMB_SEARCH_SUPERSET = 1, /* No match is missing, others may be there. */
  MAILCOMB_SEARCH_EXACT = 2
};

typedef struct mailcomb_scan_plan {
  uint32_t struct_size;
  uint32_t search; /* MAILCOMB_SEARCH_ */
  int64_t cost;    /* Estimate in the provider's unit (`cost_unit` of describe). */
} mailcomb_scan_plan;

/* `filter` is in canonical form: maps of one operator each, no names. `all`, `any` (lists of maps) and
 * `not` (a map) join the others: received_before, received_after (i64 ms; from that time on),
 * smaller_than, larger_than (i64 bytes; from that size on), from, to, cc, sender_domain, subject,
 * label, list_id, thread (the whole id), category, importance, is, has, in (text) and header (text, or
 * a map of name and is, contains or regex); from, to, cc and subject may be {regex: text}. An operator
 * that is not known is answered with NONE. NULL selects every message of every folder. */
typedef struct mailcomb_scan_request {
  uint32_t struct_size;
  uint32_t column_count;
  const mailcomb_str* columns;
  const mailcomb_value* filter;
} mailcomb_scan_request;

/* What to do with one message. All actions of a change happen, or none does. */
typedef struct mailcomb_change {
  mailcomb_str id;
  const mailcomb_str* actions; /* archive, trash, mark_read, mark_unread, star, unstar, label:NAME,
                                  unlabel:NAME; in an undo also restore: to the token's place. */
  uint64_t action_count;
  const mailcomb_value* restore; /* In an undo the token of `observe`: the message ends exactly as
                                    it was when the token was taken. Else NULL. */
} mailcomb_change;

enum {
  MAILCOMB_CHANGE_UNTRIED = 0, /* Pre-filled by the host. */
  MAILCOMB_CHANGE_DONE = 1,
  MAILCOMB_CHANGE_GONE = 2,  /* The message is no longer in the mailbox. */
  MAILCOMB_CHANGE_FAILED = 3 /* `detail` says why; the message is as it was. */
};

typedef struct mailcomb_outcomes {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  /* Says what became of change number `change` of the call.
   * Thread: the thread of the call.
   * Owner: `detail` stays the caller's; the host copies it before returning.
   * Fails: never; the last word on a change counts.
   * Since: 1.0 */
  void (*set)(void* context, uint64_t change, uint32_t outcome, mailcomb_str detail);
} mailcomb_outcomes;

typedef struct mailcomb_provider {
  uint32_t struct_size;
  uint32_t reserved;

  /* Opens the mailbox that the validated configuration names. Changes nothing in it.
   * Thread: one at a time per component.
   * Owner: `config` is the host's, until return; `*mailbox` is the host's to close.
   * Fails: MAILCOMB_INVALID, MAILCOMB_UNAVAILABLE, MAILCOMB_SIGN_IN; `*mailbox` is then untouched.
   * Since: 1.0 */
  mailcomb_status (*open)(const mailcomb_call* call, const mailcomb_value* config,
                          mailcomb_mailbox** mailbox);

  /* Thread: any, once, when no other call on the mailbox or its scans is under way.
   * Owner: the mailbox ends here; its scans must be closed before.
   * Fails: never.
   * Since: 1.0 */
  void (*close)(mailcomb_mailbox* mailbox);

  /* Describes the mailbox as a map: `account` (text that names it among all of this provider);
   * `columns` and `actions` (lists of text; `header:*` and `label:*` stand for every one);
   * `changes_per_batch` (i64, at most 1000); `cost_unit` (text); `notes` (map from an action to what
   * else it means: {trash: "gone after 30 days"}; `read_only`: what to do instead of changing mail).
   * Thread: one at a time per mailbox.
   * Owner: the builder is the host's, until return.
   * Fails: any status; the mailbox is then not used.
   * Since: 1.0 */
  mailcomb_status (*describe)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                              const mailcomb_value_builder* description);

  /* Says how a scan with this request would work. Pure.
   * Thread: one at a time per mailbox.
   * Owner: everything is the host's, until return.
   * Fails: any status; the host then scans without a filter.
   * Since: 1.0 */
  mailcomb_status (*plan_scan)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                               const mailcomb_scan_request* request, mailcomb_scan_plan* plan);

  /* Begins a scan. The set of messages is fixed here; their columns may be read later.
   * Thread: one at a time per mailbox.
   * Owner: the request is the host's, until return; `*scan` is the host's to close.
   * Fails: any status; `*scan` is then untouched.
   * Since: 1.0 */
  mailcomb_status (*scan_open)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                               const mailcomb_scan_request* request, mailcomb_scan** scan);

  /* Writes at most `rows_max` rows; no row and no skip means the end.
   * Thread: one at a time per scan.
   * Owner: the writer is the host's, until return.
   * Fails: any status; the scan is then over, and the run with it.
   * Since: 1.0 */
  mailcomb_status (*scan_next)(mailcomb_scan* scan, const mailcomb_call* call,
                               const mailcomb_row_writer* rows, uint64_t rows_max);

  /* Thread: any, once, when no other call on the scan is under way.
   * Owner: the scan ends here.
   * Fails: never.
   * Since: 1.0 */
  void (*scan_close)(mailcomb_scan* scan);

  /* Looks at these messages as they are now: a row for each that exists, in any order; none for one
   * that is gone. The columns always hold `id`, and may hold `restore`.
   * Thread: one at a time per mailbox.
   * Owner: everything is the host's, until return.
   * Fails: any status; nothing is then known of any of them.
   * Since: 1.0 */
  mailcomb_status (*observe)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                             const mailcomb_str* ids, uint64_t id_count,
                             const mailcomb_str* columns, uint32_t column_count,
                             const mailcomb_row_writer* rows);

  /* Says, changing nothing, what `apply` would have to create for these actions (folders, labels).
   * The host journals the value first and gives it to `retire` in an undo. NULL: nothing, ever.
   * Thread: one at a time per mailbox.
   * Owner: everything is the host's, until return.
   * Fails: any status; nothing is then applied.
   * Since: 1.0 */
  mailcomb_status (*prepare)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                             const mailcomb_str* actions, uint64_t action_count,
                             const mailcomb_value_builder* creations);

  /* Changes these messages, durably before it returns. Asks is_cancelled between changes and then
   * returns MAILCOMB_OK with the rest UNTRIED. NULL: the mailbox is read-only.
   * Thread: one at a time per mailbox; never during a scan.
   * Owner: everything is the host's, until return.
   * Fails: any status, for all changes without an outcome; the host observes before it believes.
   * Since: 1.0 */
  mailcomb_status (*apply)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                           const mailcomb_change* changes, uint64_t change_count,
                           const mailcomb_outcomes* outcomes);

  /* Removes what `prepare` announced, `apply` created and nobody uses. NULL as prepare is.
   * Thread: one at a time per mailbox; never during a scan.
   * Owner: everything is the host's, until return.
   * Fails: any status; what could not be removed stays and harms nobody.
   * Since: 1.0 */
  mailcomb_status (*retire)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                            const mailcomb_value* creations);

  /* Ids of the messages that changed after `cursor` was taken, as rows of the one column `id`; an
   * empty cursor asks only for the present one. `next` receives one utf8 value. NULL: not offered.
   * Thread: one at a time per mailbox.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_UNSUPPORTED for a cursor that is too old: the host then scans anew.
   * Since: 1.0 */
  mailcomb_status (*changes_since)(mailcomb_mailbox* mailbox, const mailcomb_call* call,
                                   mailcomb_str cursor, const mailcomb_row_writer* rows,
                                   const mailcomb_value_builder* next);

  /* An optional part by its id (mailbox_lock.h), or NULL. The slot itself may be NULL.
   * Thread: any.
   * Owner: the plugin's; valid until the process ends.
   * Fails: answers NULL.
   * Since: 1.0 */
  const void* (*extension)(mailcomb_str id);
} mailcomb_provider;

#ifdef __cplusplus
}
#endif

#endif
