/* SPDX-License-Identifier: Apache-2.0
 * A rule type: answers "which messages?". The policy decides what happens to them.
 *
 * It answers with a filter, with verdicts for batches, or with both:
 *   filter only       the filter is exact: it selects the messages, and evaluate is never called
 *   evaluate only     sees every candidate
 *   filter, evaluate  the filter is a superset that narrows what evaluate sees
 * A filter is a value in the language of policies: {category: promotions, older_than: 30d}. */
#ifndef MAILCOMB_ABI_RULE_H
#define MAILCOMB_ABI_RULE_H

#include "batch.h"
#include "call.h"
#include "host.h"
#include "value.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  MAILCOMB_VERDICT_UNSET = 0, /* Pre-filled by the host. A message left UNSET is kept. */
  MAILCOMB_VERDICT_KEEP = 1,
  MAILCOMB_VERDICT_SELECT = 2
};

/* The answer for one message. */
typedef struct mailcomb_verdict {
  uint8_t answer;
  uint8_t reserved;
  uint16_t reason; /* Index into mailcomb_rule_type.reasons. */
  uint32_t reserved2;
  int64_t argument; /* Replaces `{}` in the reason. */
} mailcomb_verdict;

/* In host memory: item i is the answer for row i. */
typedef struct mailcomb_verdicts {
  uint32_t struct_size;
  uint32_t stride; /* sizeof(mailcomb_verdict) of the host. */
  uint64_t count;
  mailcomb_verdict* items;
} mailcomb_verdicts;

/* One rule of a policy, created by the plugin; opaque to the host. */
typedef struct mailcomb_rule mailcomb_rule;

typedef struct mailcomb_rule_type {
  uint32_t struct_size;
  uint32_t reason_count;
  const mailcomb_str* reasons; /* Templates such as "subject has only {} bytes". */

  /* Makes a rule from `with:`, which the host has validated against the component's schema and
   * filled with its defaults.
   * Thread: one at a time per component.
   * Owner: `config` is the host's, until return; `*rule` is the host's to destroy.
   * Fails: MAILCOMB_INVALID with a diagnostic whose path points into the configuration; `*rule` is
   *        then untouched.
   * Since: 1.0 */
  mailcomb_status (*create)(const mailcomb_call* call, const mailcomb_value* config,
                            mailcomb_rule** rule);

  /* Frees the rule.
   * Thread: any, once, when no other call on the rule is under way.
   * Owner: the rule ends here.
   * Fails: never.
   * Since: 1.0 */
  void (*destroy)(mailcomb_rule* rule);

  /* Describes the rule as a map: `columns` (list of text) that evaluate reads; `then` (as in
   * policies), the default actions; `filters` (map of filters), whose values arrive in batches as
   * columns `filter:<name>`. Every key may be left out.
   * Thread: one at a time per rule.
   * Owner: the builder is the host's, until return.
   * Fails: any status; the rule is then not used.
   * Since: 1.0 */
  mailcomb_status (*describe)(mailcomb_rule* rule, const mailcomb_call* call,
                              const mailcomb_value_builder* description);

  /* The filter of this rule. NULL: there is none, and evaluate is set.
   * Thread: one at a time per rule.
   * Owner: the builder is the host's, until return.
   * Fails: any status; the rule is then not used.
   * Since: 1.0 */
  mailcomb_status (*filter)(mailcomb_rule* rule, const mailcomb_call* call,
                            const mailcomb_value_builder* filter);

  /* Answers for every row of a batch. Only declared columns are in it. The answer for a row must
   * not depend on the other rows of the batch or on earlier batches. NULL: the filter is exact.
   * Thread: one at a time per rule.
   * Owner: batch and verdicts are the host's, until return.
   * Fails: any status; all messages of the batch are then kept, and the run is degraded.
   * Since: 1.0 */
  mailcomb_status (*evaluate)(mailcomb_rule* rule, const mailcomb_call* call,
                              const mailcomb_batch* batch, const mailcomb_verdicts* verdicts);
} mailcomb_rule_type;

#ifdef __cplusplus
}
#endif

#endif
