# SPDX-License-Identifier: Apache-2.0
"""Rules built out of tree go through plan, apply and explain: outsiders_rules_test.py PROGRAM OUTSIDERS."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, OUTSIDERS = sys.argv[1:3]
NOW = "2002-12-01T00:00:00Z"


def message(sender, *headers, size=100):
    lines = ["Received: by mx.example.org; Fri, 1 Nov 2002 12:00:00 +0000", f"From: {sender}", *headers, ""]
    return "\n".join([*lines, "x" * size])


class OutsidersRules(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.mail = self.folder / "mail"
        for name in ("cur", "new", "tmp"):
            (self.mail / name).mkdir(parents=True)
        self.deliver("listed", message("Ann <ann@example.org>", "List-Id: <news.example.org>"))
        self.deliver("large", message("noreply@example.org", size=20000))
        self.deliver("small", message("noreply@example.org"))
        self.deliver("person", message("Bob <bob@example.org>", "Subject: a long subject"))

    def deliver(self, name, text):
        (self.mail / "cur" / f"{name}:2,S").write_text(text)

    def policy(self, rule, **parameters):
        rules = [{"name": "outside", "rule": rule, "with": parameters, "then": "archive"}]
        file = self.folder / "policy.yaml"
        file.write_text(json.dumps({"version": 1, "name": "outside", "rules": rules}))  # JSON is YAML.
        return file

    def run_program(self, *words, expect=0):
        command = [PROGRAM, *words, "--plugin-path", f"{OUTSIDERS}/field-rules", "--plugin-path",
                   f"{OUTSIDERS}/short-subject"]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def on_mail(self, policy):
        return ["--policy", str(policy), "--mailbox", f"maildir:{self.mail}", "--now", NOW]

    def plan(self, policy, expect=0):
        done = self.run_program("plan", *self.on_mail(policy), *self.store(), "--format", "json", expect=expect)
        return json.loads(done.stdout)

    def store(self):
        return ["--store", f"sqlite:{self.folder}/journal.db"]

    def reasons(self, plan):
        return {change["message_id"]: change["actions"][0]["reason"] for change in plan["changes"]}

    def test_evaluate_over_three_columns_gives_reasons(self):
        plan = self.plan(self.policy("field.bulk_mail"))
        self.assertEqual(self.reasons(plan), {"listed": "it names 1 mailing list(s)",
                                              "large": "a machine sent 20087 bytes"})

    def test_what_was_planned_is_applied_and_taken_back(self):
        policy = self.policy("field.bulk_mail")
        self.run_program("apply", *self.on_mail(policy), *self.store(), "--yes")
        self.assertEqual(sorted(path.name for path in (self.mail / ".Archive" / "cur").iterdir()),
                         ["large:2,S", "listed:2,S"])
        self.run_program("undo", "last", *self.store(), "--yes")
        self.assertEqual(len(list((self.mail / "cur").iterdir())), 4)

    def test_explain_shows_what_the_rule_type_says(self):
        done = self.run_program("explain", "listed", *self.on_mail(self.policy("field.bulk_mail")))
        self.assertIn("the rule type says: it names 1 mailing list(s)", done.stdout)
        done = self.run_program("explain", "person", *self.on_mail(self.policy("field.bulk_mail")))
        self.assertIn("does not match: the rule type keeps it", done.stdout)

    def test_a_rule_that_sees_everything_first_decides_at_the_end(self):
        for name in ("alarm-1", "alarm-2"):
            self.deliver(name, message("cron@example.org", "Subject: alarm"))
        plan = self.plan(self.policy("field.repeated", times=2))
        self.assertEqual(self.reasons(plan), {name: "its subject comes 2 times" for name in ("alarm-1", "alarm-2")})
        done = self.run_program("explain", "person", *self.on_mail(self.policy("field.repeated", times=2)))
        self.assertIn("the rule type says: its subject comes only 1 times", done.stdout)

    def test_a_rule_that_throws_keeps_its_messages(self):
        policy = self.policy("field.throwing")
        plan = self.plan(policy, expect=6)
        self.assertEqual(plan["changes"], [])
        self.assertEqual([(each["rule"], each["messages"]) for each in plan["degraded"]], [("outside", 4)])
        self.assertIn("cannot judge message 0", plan["degraded"][0]["cause"])
        self.run_program("apply", *self.on_mail(policy), *self.store(), "--yes", expect=6)
        self.assertEqual(len(list((self.mail / "cur").iterdir())), 4)

    def test_messages_without_a_verdict_are_kept(self):
        plan = self.plan(self.policy("field.undecided"), expect=6)
        self.assertEqual(len(plan["changes"]), 2)
        self.assertEqual(plan["degraded"], [{"rule": "outside", "messages": 2,
                                             "cause": "the rule type gave no verdict"}])

    def test_the_smallest_rule_works(self):
        plan = self.plan(self.policy("acme.short_subject", below=5))
        self.assertNotIn("person", self.reasons(plan))

    def test_a_wrong_parameter_is_told_at_its_place(self):
        policy = self.policy("acme.short_subject", below="soon")
        done = self.run_program("plan", *self.on_mail(policy), *self.store(), expect=4)
        self.assertIn("'below' of rule type 'acme.short_subject' must be an integer of at least 1", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
