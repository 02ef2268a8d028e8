/* SPDX-License-Identifier: Apache-2.0
 * Store extension "mailcomb.store-presence/1": whether there is a store already.
 *
 * To open a store makes it, and who only looks should leave nothing behind. */
#ifndef MAILCOMB_ABI_STORE_PRESENCE_H
#define MAILCOMB_ABI_STORE_PRESENCE_H

#include "store.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MAILCOMB_STORE_PRESENCE_ID "mailcomb.store-presence/1"

typedef struct mailcomb_store_presence {
  uint32_t struct_size;
  uint32_t reserved;

  /* Says whether `open` would create the store: 0 if so, else 1, also if it would fail. Creates nothing.
   * Thread: one at a time per component.
   * Owner: everything passed is the host's, until return.
   * Fails: MAILCOMB_INVALID, MAILCOMB_UNAVAILABLE if it cannot be told; `*is_there` is then untouched.
   * Since: 1.0 */
  mailcomb_status (*find)(const mailcomb_call* call, const mailcomb_value* config,
                          uint32_t* is_there);
} mailcomb_store_presence;

#ifdef __cplusplus
}
#endif

#endif
