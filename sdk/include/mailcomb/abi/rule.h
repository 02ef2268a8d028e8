/* SPDX-License-Identifier: Apache-2.0
 * A rule type: answers "which messages?". The policy decides what happens to them.
 *
 * It answers with a filter, with verdicts for batches, or with both:
 *   filter only       the filter is exact: it selects the messages, and evaluate is never called
 *   evaluate only     sees every candidate
 *   filter, evaluate  the filter is a superset that narrows what evaluate sees
 *   evaluate, finish  answers once it has seen every candidate (verdict.h); with a filter or without
 * A filter is a value in the language of policies: {category: promotions, older_than: 30d}. */
#ifndef MAILCOMB_ABI_RULE_H
#define MAILCOMB_ABI_RULE_H

#include "batch.h"
#include "call.h"
#include "host.h"
#include "value.h"
#include "verdict.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One rule of a policy, created by the plugin; opaque to the host. */
typedef struct mailcomb_rule mailcomb_rule;

typedef struct mailcomb_rule_type {
  uint32_t struct_size;
  uint32_t reason_count;
  const mailcomb_str* reasons; /* Templates such as "subject has only {} bytes" (verdict.h). */

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
   * columns `filter:<name>`; `conversations` (bool, since 1.1), whether finish asks for them. Every key
   * may be left out.
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
   * not depend on the other rows of the batch or on earlier batches. NULL: the filter is exact. With
   * finish, rows may be left UNSET for it to answer.
   * Thread: one at a time per rule.
   * Owner: batch and verdicts are the host's, until return.
   * Fails: any status; all messages of the batch are then kept, and the run is degraded. With finish
   *        those of all batches are, and neither function is called again.
   * Since: 1.0 */
  mailcomb_status (*evaluate)(mailcomb_rule* rule, const mailcomb_call* call,
                              const mailcomb_batch* batch, const mailcomb_verdicts* verdicts);

  /* Answers for the rows that evaluate left UNSET, once evaluate has seen all of them; called once, and
   * not at all if there were no rows. NULL: evaluate answers for every row.
   * Thread: one at a time per rule.
   * Owner: `verdicts` is the host's, until return.
   * Fails: any status; all messages of the rule are then kept, and the run is degraded. A row that has
   *        no answer in the end is kept likewise.
   * Since: 1.1 */
  mailcomb_status (*finish)(mailcomb_rule* rule, const mailcomb_call* call,
                            const mailcomb_final_verdicts* verdicts);
} mailcomb_rule_type;

#ifdef __cplusplus
}
#endif

#endif
