/* SPDX-License-Identifier: Apache-2.0
 * What the host offers a plugin for as long as the plugin is loaded. */
#ifndef MAILCOMB_ABI_HOST_H
#define MAILCOMB_ABI_HOST_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { MAILCOMB_LOG_DEBUG = 0, MAILCOMB_LOG_INFO = 1, MAILCOMB_LOG_WARNING = 2 };

/* Given to the plugin's entry function; valid until the process ends. */
typedef struct mailcomb_host {
  uint32_t struct_size;
  uint16_t abi_major; /* Of the host. The plugin's own stand in its descriptor (plugin.h). */
  uint16_t abi_minor;
  mailcomb_str version; /* The host's product version, "0.1.0"; for logs only. */
  void* context;

  /* Writes one line to the host's log. Never put a secret, an address or a subject into it.
   * Thread: any.
   * Owner: the text stays the caller's; the host copies it before returning.
   * Fails: never; a line that cannot be written is lost.
   * Since: 1.0 */
  void (*log)(void* context, uint32_t level, mailcomb_str text);

  /* An optional service of the host, or NULL if this host has none of that id.
   * Thread: any.
   * Owner: the host's; valid until the process ends.
   * Fails: answers NULL.
   * Since: 1.0 */
  const void* (*extension)(void* context, mailcomb_str id);
} mailcomb_host;

#ifdef __cplusplus
}
#endif

#endif
