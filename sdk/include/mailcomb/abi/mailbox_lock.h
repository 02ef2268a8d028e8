/* SPDX-License-Identifier: Apache-2.0
 * Provider extension "mailcomb.mailbox-lock/1": keeps two runs from changing one mailbox at once.
 *
 * The lock ends with the process that took it, however that ends. */
#ifndef MAILCOMB_ABI_MAILBOX_LOCK_H
#define MAILCOMB_ABI_MAILBOX_LOCK_H

#include "provider.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MAILCOMB_MAILBOX_LOCK_ID "mailcomb.mailbox-lock/1"

typedef struct mailcomb_mailbox_lock {
  uint32_t struct_size;
  uint32_t reserved;

  /* Takes the lock without waiting.
   * Thread: one at a time per mailbox.
   * Owner: the mailbox holds the lock until unlock or close.
   * Fails: MAILCOMB_LOCKED if somebody else holds it, MAILCOMB_UNAVAILABLE if it cannot be taken.
   * Since: 1.0 */
  mailcomb_status (*lock)(mailcomb_mailbox* mailbox, const mailcomb_call* call);

  /* Gives the lock back.
   * Thread: one at a time per mailbox.
   * Owner: nothing is passed.
   * Fails: never; without the lock it does nothing.
   * Since: 1.0 */
  void (*unlock)(mailcomb_mailbox* mailbox);
} mailcomb_mailbox_lock;

#ifdef __cplusplus
}
#endif

#endif
