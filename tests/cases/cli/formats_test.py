# SPDX-License-Identifier: Apache-2.0
"""What plan prints: the keys scripts depend on, other formats, and nothing that could deceive."""

import csv
import io
import json
import re

from cli_test_case import CliTest, policy_text
from product import NOW, main

# DESIGN section 5. More keys may be added, none of these may go.
TOP = {"plan_id", "created_at", "policy", "mailbox", "totals", "rules", "changes", "guards", "digest"}
TOTALS = {"messages", "scanned", "matched", "guarded", "changes"}
RULE = {"name", "matched", "guarded", "shadowed", "already", "unknown", "changes", "strategy", "cost_estimate"}
CHANGE = {"message_id", "thread_id", "actions", "subject", "from", "received_at", "size_bytes"}
MORE = {"now", "protected", "plugins", "notes", "unreadable", "degraded", "ahead"}
# Control characters, directional overrides and isolates, zero width characters.
DECEPTIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class FormatsTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_mini()
        self.policy.write_text(policy_text("match: {subject: {regex: 'invoice|fine'}}, then: archive",
                                           "match: {older_than: 1y}, then: mark_unread"))

    def test_keys_of_a_plan(self):
        plan = self.plan_json()
        self.assertEqual(set(plan), TOP | MORE)
        self.assertEqual(set(plan["totals"]), TOTALS | {"limited_to"})
        self.assertLessEqual({"name", "digest"}, set(plan["policy"]))
        self.assertEqual(set(plan["mailbox"]), {"provider", "account", "reference"})
        self.assertEqual(plan["guards"]["tripped"], False)
        for rule in plan["rules"]:
            self.assertEqual(set(rule), RULE | {"title", "bytes"})
        for change in plan["changes"]:
            self.assertLessEqual(CHANGE - {"subject", "from", "received_at", "size_bytes"}, set(change))
            self.assertLessEqual(set(change), CHANGE | {"prior"})
            for action in change["actions"]:
                self.assertEqual(set(action), {"action", "rule", "reason"})

    def test_numbers_are_measured(self):
        plan = self.plan_json()
        sizes = {path.name.partition(":2,")[0]: path.stat().st_size
                 for path in self.mail.rglob("*") if path.is_file()}
        self.assertEqual(plan["totals"]["messages"], len(sizes))
        for change in plan["changes"]:
            self.assertEqual(change["size_bytes"], sizes[change["message_id"]])
        for rule in plan["rules"]:
            mine = [change for change in plan["changes"]
                    if any(each["rule"] == rule["name"] for each in change["actions"])]
            self.assertEqual(rule["bytes"], sum(change["size_bytes"] for change in mine))

    def test_the_same_plan_twice(self):
        one, two = self.plan_json(), self.plan_json()
        for plan in (one, two):
            for key in ("plan_id", "created_at", "digest"):
                plan.pop(key)
        self.assertEqual(one, two)

    def test_ndjson_and_csv_are_the_changes(self):
        changes = self.plan_json()["changes"]
        lines = self.plan("--format", "ndjson").out.splitlines()
        self.assertEqual([json.loads(line) for line in lines], changes)
        rows = list(csv.DictReader(io.StringIO(self.plan("--format", "csv").out)))
        self.assertEqual([(row["message_id"], row["action"], row["rule"], row["reason"]) for row in rows],
                         [(change["message_id"], each["action"], each["rule"], each["reason"])
                          for change in changes for each in change["actions"]])

    def test_the_table_says_it_all(self):
        out = self.plan().out
        self.assertIn(f"as of {NOW}", out)
        self.assertRegex(out, r"rule-1 +archive +\d+")
        self.assertRegex(out, r"\nPlan: [\d,]+ archive.* of the mailbox.*kept by guards\n$")
        self.assertNotRegex(out, r"(?i)delete|freed")

    def test_stdout_has_data_only(self):
        for format in ("table", "json", "ndjson", "csv"):
            for arguments in (("plan",), ("plan", "-v"), ("plan", "--out", self.folder / "p")):
                out = self.run_program(*arguments, *self.planned, "--format", format).out
                self.assertNotIn("error", out)
                self.assertNotIn("note:", out)
        self.assertEqual(self.plan("-q").err, "")

    def test_a_subject_cannot_deceive(self):
        subject = next(change["subject"] for change in self.plan_json()["changes"]
                       if change["message_id"] == "subject-deceiving")
        self.assertIn("\u202e", subject)  # whoever reads the JSON gets what the subject is: it is only escaped
        for format in ("table", "csv", "json", "ndjson"):
            with self.subTest(format=format):
                out = self.plan("--format", format).out
                found = DECEPTIVE.findall(out.replace("\r\n", "\n"))
                self.assertEqual(found, [])

    def test_explain_cannot_be_deceived_either(self):
        for format in ("table", "csv", "json", "ndjson"):
            with self.subTest(format=format):
                out = self.run_program("explain", "subject-deceiving", *self.planned, "--format", format).out
                self.assertEqual(DECEPTIVE.findall(out.replace("\r\n", "\n")), [])

    def test_nothing_of_the_environment_is_shown(self):
        secret = "t0ken-of-somebody"
        for command in (["plan", *self.planned], ["apply", "--yes", *self.planned], ["plugins", "list", "-v"],
                        ["history", "list", *self.stored, "--format", "json"]):
            result = self.program.run(*command, "-v", env={"DATABASE_URL": f"postgres://u:{secret}@h/d",
                                                           "GMAIL_TOKEN_PATH": f"/tmp/{secret}"})
            self.assertNotIn(secret, result.out + result.err)
        self.assertNotIn(secret.encode(), self.store.read_bytes())
        self.assertNotIn(b"Your INVOICE", self.store.read_bytes())


if __name__ == "__main__":
    main()
