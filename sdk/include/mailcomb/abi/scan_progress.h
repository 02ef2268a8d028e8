/* SPDX-License-Identifier: Apache-2.0
 * Provider extension "mailcomb.scan-progress/1": how far a scan has come.
 *
 * Told to people who wait; nothing else depends on it. */
#ifndef MAILCOMB_ABI_SCAN_PROGRESS_H
#define MAILCOMB_ABI_SCAN_PROGRESS_H

#include "provider.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MAILCOMB_SCAN_PROGRESS_ID "mailcomb.scan-progress/1"

typedef struct mailcomb_scan_progress {
  uint32_t struct_size;
  uint32_t reserved;

  /* Says how much of the scan is done, in whatever takes the time: files, bytes, requests. A `*total`
   * of 0 is unknown.
   * Thread: one at a time per scan, when no other call on it is under way.
   * Owner: both are the host's.
   * Fails: never.
   * Since: 1.0 */
  void (*how_far)(mailcomb_scan* scan, uint64_t* done, uint64_t* total);
} mailcomb_scan_progress;

#ifdef __cplusplus
}
#endif

#endif
