/* SPDX-License-Identifier: Apache-2.0
 * A tree of plain values: configuration, filters and restore tokens all travel as one of these, so
 * that no plugin needs a parser.
 *
 * Layout: nodes of fixed size in preorder over one area of bytes. The first node is the root. A
 * list's or map's children follow it; `subtree_nodes` leads from a child to its next sibling:
 *     [0] map, subtree 4      {
 *     [1] i64 key "days"        "days": 30,
 *     [2] list key "from",      "from":
 *     [3] utf8                    ["a@b.example"]
 *                             }                                                                 */
#ifndef MAILCOMB_ABI_VALUE_H
#define MAILCOMB_ABI_VALUE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  MAILCOMB_VALUE_NULL = 0,
  MAILCOMB_VALUE_BOOL = 1,
  MAILCOMB_VALUE_I64 = 2,
  MAILCOMB_VALUE_F64 = 3,
  MAILCOMB_VALUE_UTF8 = 4,
  MAILCOMB_VALUE_BYTES = 5,
  MAILCOMB_VALUE_LIST = 6,
  MAILCOMB_VALUE_MAP = 7 /* Keys are unique and keep their order. */
};

/* One node; this struct never grows. */
typedef struct mailcomb_value_node {
  uint32_t kind;
  uint32_t subtree_nodes; /* This node and everything below it; at least 1. */
  uint32_t key_offset;    /* Into the byte area; the key is empty unless the parent is a map. */
  uint32_t key_size;
  uint32_t text_offset; /* Into the byte area; for utf8 and bytes. */
  uint32_t text_size;
  int64_t scalar; /* bool as 0 or 1, i64, or the bits of an f64. */
} mailcomb_value_node;

typedef struct mailcomb_value {
  uint32_t struct_size;
  uint32_t node_count; /* At least 1. */
  const mailcomb_value_node* nodes;
  const uint8_t* bytes;
  uint64_t byte_count;
} mailcomb_value;

/* Builds one value in the host's memory. `key` is empty unless the open container is a map. The
 * value is complete when every container is closed; more or less than one root is an error.
 *
 * For every slot:
 * Thread: the thread of the call that handed the builder over.
 * Owner: slices stay the caller's; the host copies them before returning.
 * Fails: MAILCOMB_INVALID for a duplicate key, text that is not UTF-8, or an unbalanced close; the
 *        builder then refuses everything else, and the host reports a bug of the plugin.
 * Since: 1.0 */
typedef struct mailcomb_value_builder {
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  mailcomb_status (*add_null)(void* context, mailcomb_str key);
  mailcomb_status (*add_bool)(void* context, mailcomb_str key, int32_t value);
  mailcomb_status (*add_i64)(void* context, mailcomb_str key, int64_t value);
  mailcomb_status (*add_f64)(void* context, mailcomb_str key, double value);
  mailcomb_status (*add_utf8)(void* context, mailcomb_str key, mailcomb_str value);
  mailcomb_status (*add_bytes)(void* context, mailcomb_str key, mailcomb_bytes value);
  mailcomb_status (*open_list)(void* context, mailcomb_str key);
  mailcomb_status (*open_map)(void* context, mailcomb_str key);
  mailcomb_status (*close)(void* context);
} mailcomb_value_builder;

#ifdef __cplusplus
}
#endif

#endif
