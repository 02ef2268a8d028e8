/* SPDX-License-Identifier: Apache-2.0
 * A batch: rows of some columns in one block of memory, addressed by offsets from its first byte,
 * so that the same bytes work in this process and in shared memory.
 *
 * The host lays batches out; plugins only read them. The inline functions below are all the reading
 * there is; the C++ wrapper uses them too. Rows and columns are the caller's to keep in range.
 *
 * For every function:
 * Thread: any.
 * Owner: what is answered borrows from the batch.
 * Fails: never; a row, column or item out of range, or a column of another type, is not detected.
 * Since: 1.0 */
#ifndef MAILCOMB_ABI_BATCH_H
#define MAILCOMB_ABI_BATCH_H

#include <stddef.h>
#include <string.h>

#include "column.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The first bytes of the block, which is aligned to 8. */
typedef struct mailcomb_batch {
  uint32_t struct_size;
  uint32_t column_stride; /* sizeof(mailcomb_batch_column) of the host. */
  uint32_t column_count;
  uint32_t row_count;
  uint64_t first_ordinal; /* Of row 0, among all rows that this receiver gets in the run, from 0. */
  uint64_t columns_offset;
  uint64_t total_size; /* Of the whole block in bytes. */
} mailcomb_batch;

/* All offsets count from the first byte of the batch. */
typedef struct mailcomb_batch_column {
  uint32_t type; /* MAILCOMB_COLUMN_ */
  uint32_t name_size;
  uint64_t name_offset;
  uint64_t nulls_offset;  /* uint8_t[row_count]: 1 is null. */
  uint64_t values_offset; /* i64, u64: 8 bytes each. Others: mailcomb_batch_span[row_count]. */
  uint64_t items_offset; /* Lists: mailcomb_batch_span per item; addresses two, for the name too. */
  uint64_t text_offset;  /* The column's text and bytes. */
} mailcomb_batch_column;

/* Of a text: its bytes from text_offset. Of a list: its items from items_offset. */
typedef struct mailcomb_batch_span {
  uint32_t first;
  uint32_t count;
} mailcomb_batch_span;

static inline const void* mailcomb_batch_at(const mailcomb_batch* batch, uint64_t offset) {
  return (const uint8_t*)(const void*)batch + offset;
}

static inline const mailcomb_batch_column* mailcomb_batch_column_at(const mailcomb_batch* batch,
                                                                    uint32_t column) {
  return (const mailcomb_batch_column*)mailcomb_batch_at(
      batch, batch->columns_offset + (uint64_t)column * batch->column_stride);
}

static inline mailcomb_str mailcomb_batch_name(const mailcomb_batch* batch,
                                               const mailcomb_batch_column* column) {
  mailcomb_str name = {(const char*)mailcomb_batch_at(batch, column->name_offset),
                       column->name_size};
  return name;
}

/* The column of that name, or NULL: it was not declared, or the provider lacks it. */
static inline const mailcomb_batch_column* mailcomb_batch_find(const mailcomb_batch* batch,
                                                               mailcomb_str name) {
  for (uint32_t i = 0; i < batch->column_count; ++i) {
    const mailcomb_batch_column* column = mailcomb_batch_column_at(batch, i);
    if (column->name_size == name.size &&
        memcmp(mailcomb_batch_at(batch, column->name_offset), name.data, name.size) == 0)
      return column;
  }
  return NULL;
}

static inline int32_t mailcomb_batch_is_null(const mailcomb_batch* batch,
                                             const mailcomb_batch_column* column, uint32_t row) {
  return ((const uint8_t*)mailcomb_batch_at(batch, column->nulls_offset))[row];
}

static inline int64_t mailcomb_batch_i64(const mailcomb_batch* batch,
                                         const mailcomb_batch_column* column, uint32_t row) {
  return ((const int64_t*)mailcomb_batch_at(batch, column->values_offset))[row];
}

static inline uint64_t mailcomb_batch_u64(const mailcomb_batch* batch,
                                          const mailcomb_batch_column* column, uint32_t row) {
  return ((const uint64_t*)mailcomb_batch_at(batch, column->values_offset))[row];
}

/* The bytes of one span of text. */
static inline mailcomb_str mailcomb_batch_span_text(const mailcomb_batch* batch,
                                                    const mailcomb_batch_column* column,
                                                    mailcomb_batch_span span) {
  mailcomb_str text = {(const char*)mailcomb_batch_at(batch, column->text_offset + span.first),
                       span.count};
  return text;
}

/* A cell as a span: of text (utf8, bytes, value), or of items (lists). */
static inline mailcomb_batch_span mailcomb_batch_cell(const mailcomb_batch* batch,
                                                      const mailcomb_batch_column* column,
                                                      uint32_t row) {
  return ((const mailcomb_batch_span*)mailcomb_batch_at(batch, column->values_offset))[row];
}

static inline mailcomb_str mailcomb_batch_utf8(const mailcomb_batch* batch,
                                               const mailcomb_batch_column* column, uint32_t row) {
  return mailcomb_batch_span_text(batch, column, mailcomb_batch_cell(batch, column, row));
}

/* Item `item` of a list of text; counted over the whole column, as a cell's span does. */
static inline mailcomb_str mailcomb_batch_item(const mailcomb_batch* batch,
                                               const mailcomb_batch_column* column, uint32_t item) {
  const mailcomb_batch_span* items =
      (const mailcomb_batch_span*)mailcomb_batch_at(batch, column->items_offset);
  return mailcomb_batch_span_text(batch, column, items[item]);
}

/* Item `item` of a list of addresses; counted over the whole column, as a cell's span does. */
static inline mailcomb_address mailcomb_batch_address(const mailcomb_batch* batch,
                                                      const mailcomb_batch_column* column,
                                                      uint32_t item) {
  mailcomb_address address = {mailcomb_batch_item(batch, column, 2 * item),
                              mailcomb_batch_item(batch, column, 2 * item + 1)};
  return address;
}

#ifdef __cplusplus
}
#endif

#endif
