# SPDX-License-Identifier: Apache-2.0
"""plan and apply --limit, --order, --only-rule: a part of the plan, which is exactly what is saved and done."""

import json

from cli_test_case import CliTest, policy_text
from product import NOW, main

RULES = policy_text("match: {subject: invoice}, then: keep", "match: {older_than: 1y}, then: archive",
                    "match: {older_than: 1y}, then: mark_unread")


class NarrowingTest(CliTest):
    def setUp(self):
        super().setUp()
        self.policy.write_text(RULES)
        for number, age in enumerate((500, 450, 400)):
            self.message(f"m{number}", "Subject: hello", age_days=age)
        self.message("invoice", "Subject: invoice", age_days=700)
        self.message("young", "Subject: hello", age_days=10)
        self.saved = self.folder / "saved.plan"

    def changes(self, *arguments) -> dict[str, list[str]]:
        return {change["message_id"]: [each["action"] for each in change["actions"]]
                for change in self.plan_json(*arguments)["changes"]}

    def test_limit_takes_the_oldest(self):
        plan = self.plan_json("--limit", "2")
        self.assertEqual({change["message_id"] for change in plan["changes"]}, {"invoice", "m0"})
        self.assertEqual(plan["backlog"], {"per_run": 2, "order": "oldest"})
        self.assertEqual((plan["totals"]["changes"], plan["totals"]["deferred"]), (2, 2))
        for rule in plan["rules"]:
            self.assertEqual(rule["matched"], sum(rule[bucket] for bucket in ("changes", "guarded", "shadowed", "already")))
        self.assertEqual([rule["deferred"] for rule in plan["rules"]], [0, 2, 2])

    def test_limit_takes_the_newest(self):
        self.assertEqual(set(self.changes("--limit", "2", "--order", "newest")), {"m1", "m2"})

    def test_the_table_says_what_waits(self):
        out = self.plan("--limit", "1").out
        self.assertIn("; 3 wait for a later run (at most 1 a run, the oldest first)\n", out)
        self.assertRegex(out, r"unknown +deferred +will change")
        self.assertIn("; nothing waits (at most 9 a run, the newest first)", self.plan("--limit", "9", "--order", "newest").out)
        self.assertNotIn("deferred", self.plan().out)

    def test_a_limit_that_only_the_backlog_keeps_is_told(self):
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: archive",
                                           head="guards: {limits: {archive: 3}}"))
        detail = "4 of 5 messages (80%) would be archived; the limit is 3 messages"
        plan = self.plan_json("--limit", "2")
        self.assertEqual(plan["backlog"]["exceeds"], [{"name": "limits.archive", "detail": detail}])
        self.assertEqual((plan["guards"]["tripped"], plan["totals"]["matched"]), (False, 2))
        self.assertIn(f"Note: with what waits, a limit is exceeded: {detail}; further runs can get there\n",
                      self.plan("--limit", "2").out)
        self.assertNotIn("exceeds", self.plan_json("--limit", "4")["backlog"])
        self.assertIn("STOP: ", self.plan("--limit", "4").out)

    def test_runs_get_it_done(self):
        for done in (2, 2, 0):
            run = self.apply("--limit", "2", "--format", "json").json
            self.assertEqual(run["totals"]["done"], done)
        self.assertEqual(self.changes(), {})

    def test_only_rule_is_a_part_of_the_plan(self):
        whole = self.changes()
        self.assertEqual(whole["invoice"], ["mark_unread"])
        self.assertEqual(self.changes("--only-rule", "rule-2"),
                         {id: ["archive"] for id in ("m0", "m1", "m2")})
        plan = self.plan_json("--only-rule", "rule-3")
        self.assertEqual([rule["name"] for rule in plan["rules"]], ["rule-3"])
        self.assertEqual(plan["only_rules"], ["rule-3"])
        self.assertEqual(self.changes("--only-rule", "rule-3", "--only-rule", "rule-2"), whole)
        self.assertIn("only rule-3 acts; what another rule", self.plan("--only-rule", "rule-3").out)

    def test_a_saved_plan_is_exactly_that(self):
        self.plan("--only-rule", "rule-2", "--limit", "1", "--out", self.saved)
        header = json.loads(self.saved.read_text().splitlines()[0])
        self.assertEqual((header["only_rules"], header["backlog"]["per_run"]), (["rule-2"], 1))
        result = self.run_program("apply", "--plan", self.saved, *self.stored, "--yes")
        self.assertIn("1 of 1 messages changed", result.out)
        self.assertIn("only rule-2 acts", result.err)
        self.assertEqual([path.name for path in (self.mail / ".Archive/cur").iterdir()], ["m0:2,S"])

    def test_a_saved_plan_is_not_narrowed_again(self):
        self.plan("--out", self.saved)
        with self.unchanged():
            for more in (("--limit", "1"), ("--only-rule", "rule-2")):
                result = self.run_program("apply", "--plan", self.saved, "--yes", *self.stored, *more, code=64)
                self.assertIn("--plan", result.err)

    def test_wrong_words(self):
        self.assertIn("policy 'tested' has no enabled rule 'rule2'\n  hint: did you mean 'rule-2'?",
                      self.plan("--only-rule", "rule2", code=64).err)
        self.assertIn("its rules are rule-1, rule-2, rule-3", self.plan("--only-rule", "other", code=64).err)
        for limit in ("0", "-1", "many", "1.5", "99999999999999999999"):
            self.assertIn(f"'{limit}' is not a whole number from 1", self.plan(f"--limit={limit}", code=64).err)
        self.assertIn("--order", self.plan("--order", "newest", code=64).err)

    def test_limits_are_judged_on_what_is_left(self):
        self.mail = self.folder / "big"
        self.make_small(100, 30)
        self.policy.write_text(policy_text("match: {from: old@example.org}, then: trash"))
        with self.unchanged():
            self.apply(code=3)
        self.apply("--limit", "20")
        self.assertEqual(len(list((self.mail / ".Trash/cur").iterdir())), 20)

    def test_a_clock_before_the_newest_message_is_told(self):
        self.assertNotIn("dated after", self.plan().out)
        planned = ["2002-11-25T00:00:00Z" if word == NOW else word for word in self.planned]
        self.message("m9", age_days=1)
        result = self.run_program("plan", *planned)
        self.assertIn("Note: 1 message is dated after 2002-11-25T00:00:00Z, the newest 2002-11-30T00:00:00Z; guards keep "
                      "it. Is the clock, or --now, right?\n", result.out)
        plan = self.run_program("plan", *planned, "--format", "json").json
        self.assertEqual(plan["ahead"], {"messages": 1, "newest": "2002-11-30T00:00:00Z"})


if __name__ == "__main__":
    main()
