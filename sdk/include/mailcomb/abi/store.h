/* SPDX-License-Identifier: Apache-2.0
 * A store: keeps typed rows, versioned documents and leases. DRAFT until two stores prove it.
 *
 * What the rows mean is the host's business: it declares the tables, and it alone encrypts, redacts,
 * chains and retains. */
#ifndef MAILCOMB_ABI_STORE_H
#define MAILCOMB_ABI_STORE_H

#include "batch.h"
#include "call.h"
#include "host.h"
#include "value.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An open store; opaque to the host. */
typedef struct mailcomb_store mailcomb_store;

/* This struct never grows. */
typedef struct mailcomb_table_column {
  mailcomb_str name; /* [a-z_]+ */
  uint32_t type;     /* MAILCOMB_COLUMN_I64, _UTF8 or _BYTES. */
  uint32_t reserved;
} mailcomb_table_column;

typedef struct mailcomb_table {
  uint32_t struct_size; /* Also the stride of an array of tables. */
  uint32_t key_columns; /* So many of the first columns are the primary key; they are never null. */
  mailcomb_str name;    /* [a-z_]+ */
  const mailcomb_table_column* columns;
  uint32_t column_count;
  uint32_t reserved;
} mailcomb_table;

enum { MAILCOMB_ORDER_ASCENDING = 0, MAILCOMB_ORDER_DESCENDING = 1 };

/* Rows whose key lies between two prefixes, both inclusive: `first` and `last` are lists of values
 * for the leading key columns, or NULL for no bound. [run] to [run] are all rows of that run. Text is
 * ordered by its bytes. */
typedef struct mailcomb_key_range {
  uint32_t struct_size;
  uint32_t order; /* MAILCOMB_ORDER_ */
  const mailcomb_value* first;
  const mailcomb_value* last;
  uint64_t rows_max; /* 0: all. */
} mailcomb_key_range;

typedef struct mailcomb_store_type {
  uint32_t struct_size;
  uint32_t reserved;

  /* Opens the store that the validated configuration names, creating it if it is not there, and makes
   * the declared tables exist. `schema_version` is the host's; a store of a newer one is refused.
   * Thread: one at a time per component.
   * Owner: everything passed is the host's, until return; `*store` is the host's to close.
   * Fails: MAILCOMB_INVALID, MAILCOMB_UNAVAILABLE (unreadable, corrupt, newer, full); `*store` is then
   *        untouched.
   * Since: 1.0 */
  mailcomb_status (*open)(const mailcomb_call* call, const mailcomb_value* config,
                          const mailcomb_table* tables, uint32_t table_count,
                          uint32_t schema_version, mailcomb_store** store);

  /* Gives back what is not committed.
   * Thread: any, once, when no other call on the store is under way.
   * Owner: the store ends here.
   * Fails: never.
   * Since: 1.0 */
  void (*close)(mailcomb_store* store);

  /* Describes the store as a map: `location` (text for people, without secrets).
   * Thread: one at a time per store.
   * Owner: the builder is the host's, until return.
   * Fails: any status.
   * Since: 1.0 */
  mailcomb_status (*describe)(mailcomb_store* store, const mailcomb_call* call,
                              const mailcomb_value_builder* description);

  /* Adds the rows of a batch to table number `table`; its columns are the table's, in order. They are
   * visible to others and durable only after commit.
   * Thread: one at a time per store.
   * Owner: the batch is the host's, until return.
   * Fails: MAILCOMB_CONFLICT if a key exists, MAILCOMB_UNAVAILABLE; everything since the last commit
   *        is then taken back.
   * Since: 1.0 */
  mailcomb_status (*append)(mailcomb_store* store, const mailcomb_call* call, uint32_t table,
                            const mailcomb_batch* rows);

  /* Makes everything since the last commit durable: it survives the loss of power.
   * Thread: one at a time per store.
   * Owner: nothing is passed.
   * Fails: MAILCOMB_UNAVAILABLE; everything since the last commit is then taken back.
   * Since: 1.0 */
  mailcomb_status (*commit)(mailcomb_store* store, const mailcomb_call* call);

  /* Writes the rows of a range, all columns, in the order of the key; also those that this store has
   * appended and not committed.
   * Thread: one at a time per store.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_UNAVAILABLE; rows already written are then not to be used.
   * Since: 1.0 */
  mailcomb_status (*read)(mailcomb_store* store, const mailcomb_call* call, uint32_t table,
                          const mailcomb_key_range* range, const mailcomb_row_writer* rows);

  /* Deletes the rows of a range; durable after commit. `rows_max` and `order` are not looked at.
   * Thread: one at a time per store.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_UNAVAILABLE; everything since the last commit is then taken back.
   * Since: 1.0 */
  mailcomb_status (*remove)(mailcomb_store* store, const mailcomb_call* call, uint32_t table,
                            const mailcomb_key_range* range);

  /* Reads a document into one bytes value. `*version` is 0 if there is none, and nothing is built.
   * Thread: one at a time per store.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_UNAVAILABLE.
   * Since: 1.0 */
  mailcomb_status (*get_document)(mailcomb_store* store, const mailcomb_call* call,
                                  mailcomb_str key, const mailcomb_value_builder* document,
                                  int64_t* version);

  /* Replaces a document whose version is `expected` (0: there is none yet); its version is then one
   * higher. Durable at return, on its own: it neither commits nor takes back appended rows.
   * Thread: one at a time per store; never between append and commit.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_CONFLICT if the version is another one, MAILCOMB_UNAVAILABLE.
   * Since: 1.0 */
  mailcomb_status (*put_document)(mailcomb_store* store, const mailcomb_call* call,
                                  mailcomb_str key, int64_t expected, mailcomb_bytes document);

  /* Takes or renews a lease for `ttl_ms` by the store's own clock, at once and durably. `holder` is
   * told to others; the same holder renews. `*fence` grows each time the lease changes hands; renewing
   * keeps it, also after its time if nobody came in between. With `force` 1 it is taken whoever holds
   * it.
   * Thread: one at a time per store; never between append and commit.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_LOCKED, and `current` then receives the holder as one utf8 value;
   *        MAILCOMB_UNAVAILABLE.
   * Since: 1.0 */
  mailcomb_status (*take_lease)(mailcomb_store* store, const mailcomb_call* call, mailcomb_str name,
                                mailcomb_str holder, int64_t ttl_ms, int32_t force, int64_t* fence,
                                const mailcomb_value_builder* current);

  /* Gives a lease back if it is still ours, which `fence` tells. Whoever takes it next gets a higher
   * fence.
   * Thread: one at a time per store; never between append and commit.
   * Owner: everything is the host's, until return.
   * Fails: MAILCOMB_UNAVAILABLE; the lease then ends by its time.
   * Since: 1.0 */
  mailcomb_status (*drop_lease)(mailcomb_store* store, const mailcomb_call* call, mailcomb_str name,
                                int64_t fence);

  /* The functions of an extension, by its id; NULL if this type does not have it. May be NULL.
   * Thread: any.
   * Owner: the plugin; valid for the life of the process.
   * Fails: never.
   * Since: 1.0 */
  const void* (*extension)(mailcomb_str id);
} mailcomb_store_type;

#ifdef __cplusplus
}
#endif

#endif
