/* SPDX-License-Identifier: Apache-2.0
 * A plugin: a shared library that exports one function and describes its components. */
#ifndef MAILCOMB_ABI_PLUGIN_H
#define MAILCOMB_ABI_PLUGIN_H

#include "host.h"
#include "version.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { MAILCOMB_KIND_PROVIDER = 1, MAILCOMB_KIND_RULE = 2, MAILCOMB_KIND_STORE = 3 };

/* One provider, rule type or store. Static in the plugin. */
typedef struct mailcomb_component {
  uint32_t struct_size;
  uint32_t kind;         /* MAILCOMB_KIND_ */
  mailcomb_str name;     /* [a-z][a-z0-9_.]*, unique among the components of its kind. */
  mailcomb_str title;    /* One sentence for people. */
  mailcomb_str schema;   /* JSON Schema (draft 7) of the configuration: one object. A property with
                           "format": "path" may be given as ~/…; the host expands it. */
  mailcomb_str argument; /* The property that ARG of TYPE:ARG fills, or "". */
  const void* functions; /* mailcomb_provider, mailcomb_rule_type or mailcomb_store_type. */
} mailcomb_component;

typedef struct mailcomb_plugin {
  uint32_t struct_size;
  uint16_t abi_major; /* Those that the plugin was built with. */
  uint16_t abi_minor;
  mailcomb_str name;    /* [a-z][a-z0-9-]* */
  mailcomb_str version; /* Semantic Versioning 2.0.0. */
  uint32_t component_count;
  uint32_t component_stride; /* sizeof(mailcomb_component) of the plugin. */
  const mailcomb_component* components;
} mailcomb_plugin;

/* The one exported function. The major stands in its name.
 * Thread: one at a time; more than once in a process, with the same answer.
 * Owner: the answer is the plugin's and lives until the process ends; so does `host`.
 * Fails: answers NULL if the plugin cannot work with this host; it then logs why.
 * Since: 1.0 */
#define MAILCOMB_PLUGIN_ENTRY_NAME "mailcomb_plugin_entry_v1"
MAILCOMB_EXPORT const mailcomb_plugin* mailcomb_plugin_entry_v1(const mailcomb_host* host);

#ifdef __cplusplus
}
#endif

#endif
