/* SPDX-License-Identifier: Apache-2.0
 * One call from the host into a component: where to report what is wrong, and whether to stop. */
#ifndef MAILCOMB_ABI_CALL_H
#define MAILCOMB_ABI_CALL_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Something a person must read. */
typedef struct mailcomb_diagnostic {
  uint32_t struct_size;
  uint32_t reserved;
  mailcomb_str code;    /* Stable and kebab-case, for scripts: "not-a-maildir". */
  mailcomb_str path;    /* Into the component's configuration: a JSON pointer (RFC 6901), or "". */
  mailcomb_str summary; /* What failed, where, what was expected. One sentence, no full stop. */
  mailcomb_str hint;    /* What to do about it, or "". */
} mailcomb_diagnostic;

/* Handed to every function that can fail or take long. Valid until that function returns. */
typedef struct mailcomb_call {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;

  /* Reports why this call fails. The last report counts.
   * Thread: the thread of the call.
   * Owner: the diagnostic stays the caller's; the host copies it before returning.
   * Fails: never.
   * Since: 1.0 */
  void (*report)(void* context, const mailcomb_diagnostic* diagnostic);

  /* 1 once the host wants the call to end. A callee that may take longer than 100 ms asks, finishes
   * the unit it is at, and returns MAILCOMB_CANCELLED (or MAILCOMB_OK where its comment says so).
   * Thread: any thread that works on the call.
   * Owner: nothing is passed.
   * Fails: never.
   * Since: 1.0 */
  int32_t (*is_cancelled)(void* context);
} mailcomb_call;

#ifdef __cplusplus
}
#endif

#endif
