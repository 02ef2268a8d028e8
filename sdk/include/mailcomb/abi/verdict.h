/* SPDX-License-Identifier: Apache-2.0
 * Verdicts: what a rule type says of single messages, and why.
 *
 * A reason is a template of the rule type and one integer. In the template
 *   {}                    is the integer
 *   {high} {low}          are its upper and lower 32 bits, unsigned: two numbers in one
 *   {high:th} {low:th}    are the same as 1st, 2nd, 3rd, … */
#ifndef MAILCOMB_ABI_VERDICT_H
#define MAILCOMB_ABI_VERDICT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  MAILCOMB_VERDICT_UNSET = 0, /* Pre-filled by the host. A message left UNSET is kept. */
  MAILCOMB_VERDICT_KEEP = 1,
  MAILCOMB_VERDICT_SELECT = 2,
  MAILCOMB_VERDICT_UNKNOWN = 3 /* Nobody can tell: the message is kept, and counted as unknown. */
};

/* The answer for one message. */
typedef struct mailcomb_verdict {
  uint8_t answer;
  uint8_t reserved;
  uint16_t reason; /* Index into mailcomb_rule_type.reasons. */
  uint32_t reserved2;
  int64_t argument; /* Fills the reason. */
} mailcomb_verdict;

/* In host memory: item i is the answer for row i. */
typedef struct mailcomb_verdicts {
  uint32_t struct_size;
  uint32_t stride; /* sizeof(mailcomb_verdict) of the host. */
  uint64_t count;
  mailcomb_verdict* items;
} mailcomb_verdicts;

/* No row has this ordinal. */
#define MAILCOMB_NO_ORDINAL UINT64_MAX

/* Takes the answers of finish. */
typedef struct mailcomb_final_verdicts {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  int64_t now_ms; /* The time by which the run judges ages, ms since 1970-01-01T00:00Z. */

  /* Answers for the row of this ordinal (batch.h), in any order, each once.
   *
   * `stand_in` is for messages that may only go because another one stays, such as the copies of a
   * message: the ordinal of that other row, or MAILCOMB_NO_ORDINAL. A stand-in that is selected itself
   * hands on to its own. If the policy as a whole trashes every one of them, or they lie in the trash or
   * spam already, the host keeps the message by the guard `last_copy`.
   * Thread: the thread of the call that handed this over.
   * Owner: `verdict` stays the caller's; the host copies it before returning.
   * Fails: MAILCOMB_INVALID for an ordinal that was not seen or is answered already, a verdict that
   *        makes no sense, and a stand-in that was not seen or is the row itself. No answer of the
   *        rule counts then, and the host reports a bug.
   * Since: 1.1 */
  mailcomb_status (*answer)(void* context, uint64_t ordinal, const mailcomb_verdict* verdict,
                            uint64_t stand_in);

  /* The number of the conversation that the row's message is of, in the whole mailbox: what guards take
   * for one too. It means nothing in another run. MAILCOMB_NO_ORDINAL unless the rule's description has
   * `conversations`, and for an ordinal that was not seen.
   * Thread: the thread of the call that handed this over.
   * Owner: nothing is passed.
   * Fails: never.
   * Since: 1.1 */
  uint64_t (*conversation)(void* context, uint64_t ordinal);
} mailcomb_final_verdicts;

#ifdef __cplusplus
}
#endif

#endif
