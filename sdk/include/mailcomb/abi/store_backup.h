/* SPDX-License-Identifier: Apache-2.0
 * Store extension "mailcomb.store-backup/1": copies a store while it is used, and puts a copy back.
 *
 * The host looks at a staged copy as at any store before it lets it take the place of another. */
#ifndef MAILCOMB_ABI_STORE_BACKUP_H
#define MAILCOMB_ABI_STORE_BACKUP_H

#include "store.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MAILCOMB_STORE_BACKUP_ID "mailcomb.store-backup/1"

typedef struct mailcomb_store_backup {
  uint32_t struct_size;
  uint32_t reserved;

  /* Writes all that is committed, as of one moment, into a new file that only its owner can read; other
   * processes may go on to write to the store.
   * Thread: one at a time per store; never between append and commit.
   * Owner: `file` is the host's, until return.
   * Fails: MAILCOMB_INVALID if there is a file of this name, MAILCOMB_UNAVAILABLE; it is then untouched.
   * Since: 1.0 */
  mailcomb_status (*backup)(mailcomb_store* store, const mailcomb_call* call, mailcomb_str file);

  /* Copies a backup to where it could take the place of the store that `config` names, which is not
   * touched, and checks that it is whole. `staged` receives a map: `config`, to open the copy with, and
   * `replaces` (bool), whether there is a store in that place now.
   * Thread: one at a time per component.
   * Owner: everything passed is the host's, until return; the copy is to be swapped or discarded.
   * Fails: MAILCOMB_INVALID if it is no backup or damaged, MAILCOMB_UNAVAILABLE; there is then no copy.
   * Since: 1.0 */
  mailcomb_status (*stage)(const mailcomb_call* call, const mailcomb_value* config,
                           mailcomb_str file, const mailcomb_value_builder* staged);

  /* Puts the copy that `staged` opens in the place of the store that `config` names, at once: there is
   * always one or the other. `aside` receives a text: where the store is now that was there, or empty.
   * Thread: one at a time per component, when neither is open.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_LOCKED if somebody uses the store, MAILCOMB_UNAVAILABLE; nothing is changed then.
   * Since: 1.0 */
  mailcomb_status (*swap)(const mailcomb_call* call, const mailcomb_value* config,
                          const mailcomb_value* staged, const mailcomb_value_builder* aside);

  /* Removes the copy that `staged` opens.
   * Thread: one at a time per component, when it is not open.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_UNAVAILABLE.
   * Since: 1.0 */
  mailcomb_status (*discard)(const mailcomb_call* call, const mailcomb_value* staged);
} mailcomb_store_backup;

#ifdef __cplusplus
}
#endif

#endif
