# SPDX-License-Identifier: Apache-2.0
"""plan --since RUN: only what an earlier run did not plan is shown; the plan itself stays whole."""

import csv
import io

from cli_test_case import CliTest, policy_text
from product import main

RULES = policy_text("match: {older_than: 1y}, then: archive", "match: {older_than: 1y}, then: mark_unread")


class SinceTest(CliTest):
    def setUp(self):
        super().setUp()
        self.message("m1", "Subject: one")
        self.message("m2", "Subject: two")

    def plan_once(self) -> str:
        return self.plan_json()["plan_id"]

    def shown(self, run: str) -> dict[str, list[str]]:
        plan = self.plan_json("--since", run)
        return {change["message_id"]: [each["action"] for each in change["actions"]] for change in plan["changes"]}

    def test_nothing_is_new(self):
        run = self.plan_once()
        plan = self.plan_json("--since", run)
        self.assertEqual(plan["changes"], [])
        self.assertEqual(plan["since"], {"run_id": run, "new": 0, "known": 2})
        self.assertEqual(plan["totals"]["changes"], 2)
        self.plan("--since", run, "--detailed-exitcode", code=0)
        self.plan("--detailed-exitcode", code=2)

    def test_what_came_since(self):
        run = self.plan_once()
        self.message("m3", "Subject: three")
        self.assertEqual(self.shown(run), {"m3": ["archive"]})
        out = self.plan("--since", run).out
        self.assertTrue(out.endswith(f"New since run {run}: 1 of 3 messages; only these are shown\n"), out)
        self.assertIn("three", out)
        self.assertNotIn("two", out)
        rows = list(csv.DictReader(io.StringIO(self.plan("--since", run, "--format", "csv").out)))
        self.assertEqual([row["message_id"] for row in rows], ["m3"])
        self.plan("--since", run, "--detailed-exitcode", code=2)

    def test_a_new_action_on_a_known_message_is_new(self):
        run = self.plan_once()
        self.policy.write_text(RULES)
        self.assertEqual(self.shown(run), {"m1": ["mark_unread"], "m2": ["mark_unread"]})

    def test_what_an_earlier_plan_put_off_is_new(self):
        run = self.plan_json("--limit", "1")["plan_id"]
        self.assertEqual(len(self.shown(run)), 1)

    def test_an_apply_counts_too(self):
        self.apply()
        run = next(run["run_id"] for run in self.runs() if run["kind"] == "apply")
        self.undo_last_apply()
        self.message("m3", "Subject: three")
        self.assertEqual(self.shown(run), {"m3": ["archive"]})
        self.assertEqual(self.shown(run[:-2]), {"m3": ["archive"]})

    def test_a_limit_is_not_evaded(self):
        self.mail = self.folder / "big"
        self.make_small(100, 30)
        self.policy.write_text(policy_text("match: {from: old@example.org}, then: trash"))
        plan = self.plan_json("--since", self.plan_once())
        self.assertEqual((plan["changes"], plan["guards"]["tripped"]), ([], True))

    def test_what_cannot_be_compared_with(self):
        self.assertIn("no run 'nonsense' in the journal", self.plan("--since", "nonsense", code=64).err)
        run = self.plan_once()
        self.assertIn("--since", self.plan("--since", run, "--out", self.folder / "p", code=64).err)
        self.apply()
        self.undo_last_apply()
        undo = next(run["run_id"] for run in self.runs() if run["kind"] == "undo")
        self.assertIn("is an undo: no policy planned it", self.plan("--since", undo, code=64).err)
        self.mail = self.folder / "other"
        self.message("m1")
        self.assertIn(f"run '{run}' is of mailbox maildir:", self.plan("--since", run, code=64).err)


if __name__ == "__main__":
    main()
