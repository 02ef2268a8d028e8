/* SPDX-License-Identifier: Apache-2.0
 * What every other ABI header stands on: text slices, byte slices and the status of a call.
 *
 * Conventions of the whole ABI
 * - C99, fixed-width integers, (pointer, size) slices. Nothing of a C++ library crosses.
 * - A struct that may grow begins with `struct_size`, set by whoever fills it. A reader never looks
 *   past the smaller of that and its own sizeof. Arrays of such structs carry count and stride.
 * - Slots are appended, never moved, retyped or removed. A NULL slot is an optional one left out.
 * - Every callback takes its `context` first.
 * - Text is UTF-8 and not NUL-terminated; sizes are in bytes.
 * - Four fields close every function's comment. Thread: who may call it, and when. Owner: who owns
 *   what is passed, and until when. Fails: with which status, and what then holds. Since: the first
 *   ABI version. */
#ifndef MAILCOMB_ABI_BASE_H
#define MAILCOMB_ABI_BASE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MAILCOMB_EXPORT __attribute__((visibility("default")))
#else
#define MAILCOMB_EXPORT
#endif

/* UTF-8 text. `data` may be NULL only if `size` is 0. */
typedef struct mailcomb_str {
  const char* data;
  uint64_t size;
} mailcomb_str;

/* Raw bytes. `data` may be NULL only if `size` is 0. */
typedef struct mailcomb_bytes {
  const uint8_t* data;
  uint64_t size;
} mailcomb_bytes;

/* The answer of a call that can fail. Anything but MAILCOMB_OK comes with a diagnostic
 * (call.h); a failure without one is reported to the user as a bug of the plugin. */
typedef int32_t mailcomb_status;
enum {
  MAILCOMB_OK = 0,
  MAILCOMB_FAILED = 1,      /* Anything without a better name; retrying will not help. */
  MAILCOMB_INVALID = 2,     /* The configuration or an argument is wrong. */
  MAILCOMB_UNAVAILABLE = 3, /* The mailbox or store cannot be reached or read. */
  MAILCOMB_LOCKED = 4,      /* Somebody else holds it. */
  MAILCOMB_UNSUPPORTED = 5, /* The component does not offer this. */
  MAILCOMB_CANCELLED = 6,   /* The host asked to stop (call.h), and the callee did. */
  MAILCOMB_CONFLICT = 7,    /* The key exists already, or the version is not the expected one. */
  MAILCOMB_SIGN_IN = 8,     /* Credentials are missing, refused or expired. */
  MAILCOMB_LATER = 9        /* A quota is used up; the same call may work later. */
};

#ifdef __cplusplus
}
#endif

#endif
