# SPDX-License-Identifier: Apache-2.0
"""policy diff: what tells two policies apart, in words and on a mailbox."""

import csv
import io
import json

from cli_test_case import FAILING_TEST, CliTest, policy_text
from product import NOW, main


class PolicyDiffTest(CliTest):
    def setUp(self):
        super().setUp()
        self.other = self.folder / "other.yaml"
        self.other.write_text(policy_text("match: {older_than: 2y}, then: archive"))

    def diff(self, *arguments, a=None, b=None, code=0):
        return self.run_program("policy", "diff", a or self.policy, b or self.other, "--now", NOW, *arguments, code=code)

    def on_mail(self, *arguments):
        return self.diff("--mailbox", f"maildir:{self.mail}", *arguments)

    def test_words(self):
        out = self.diff().out
        self.assertIn("rule rule-1: when\n  A  older_than: 1y\n  B  older_than: 2y\n", out)
        self.assertEqual(self.diff("--format", "json").json["differences"],
                         [{"what": "rule rule-1: when", "a": "older_than: 1y", "b": "older_than: 2y"}])

    def test_equals(self):
        self.assertEqual(self.diff(b=self.policy).out, f"Policies {self.policy} and {self.policy} say the same.\n")
        self.assertEqual(self.diff(b=self.policy, code=0).err, "")

    def test_shipped_policies(self):
        differences = {each["what"]: each for each in
                       self.diff("--format", "json", a="conservative", b="moderate").json["differences"]}
        self.assertEqual(differences["rule trash-very-old"]["a"], "")
        self.assertIn("trash", differences["rule trash-very-old"]["b"])
        self.assertIn("rule archive-old-promotions: when", differences)

    def test_messages(self):
        for id, age in (("young", 10), ("old", 400), ("older", 800)):
            self.message(id, f"Subject: {id}", age_days=age)
        with self.unchanged():
            document = self.on_mail("--format", "json").json
        self.assertEqual(document["totals"], {"only_a": 1, "only_b": 0, "other": 0, "same": 1})
        self.assertEqual([(each["message_id"], each["a"], each["b"]) for each in document["messages"]],
                         [("old", ["archive"], [])])
        out = self.on_mail().out
        self.assertIn("1 messages change in the same way by both\n", out)
        self.assertRegex(out, r"Only A changes: 1\nreceived +from +subject +A +B\n\d{4}-\d\d-\d\d .*old +archive  -\n$")
        rows = list(csv.DictReader(io.StringIO(self.on_mail("--format", "csv").out)))
        self.assertEqual([(row["message_id"], row["a"], row["b"]) for row in rows], [("old", "archive", "")])
        lines = self.on_mail("--format", "ndjson").out.splitlines()
        self.assertEqual([json.loads(line)["message_id"] for line in lines], ["old"])

    def test_protected_senders_are_heeded_and_tests_are_run(self):
        for sender in ("ann", "ben"):
            self.message(sender, f"From: {sender}@x.example", age_days=400)
        self.run_program("protect", "ann@x.example", *self.stored)
        document = self.on_mail(*self.stored, "--format", "json").json
        self.assertEqual([each["message_id"] for each in document["messages"]], ["ben"])
        self.other.write_text(self.other.read_text() + FAILING_TEST)
        self.diff()
        self.assertIn("of the 1 tests of policy", self.diff("--mailbox", f"maildir:{self.mail}", code=9).err)
        self.on_mail("--skip-tests")

    def test_it_agrees_with_two_plans(self):
        self.make_mini()
        planned = [{change["message_id"]: sorted(each["action"] for each in change["actions"])
                    for change in self.run_program("plan", "--policy", policy, "--mailbox", f"maildir:{self.mail}",
                                                   "--now", NOW, *self.stored, "--format", "json").json["changes"]}
                   for policy in ("moderate", "aggressive")]
        document = self.diff("--mailbox", f"maildir:{self.mail}", "--format", "json", a="moderate", b="aggressive").json
        differing = {id for id in set(planned[0]) | set(planned[1]) if planned[0].get(id) != planned[1].get(id)}
        self.assertEqual({each["message_id"] for each in document["messages"]}, differing)
        self.assertGreater(len(differing), 3)
        for each in document["messages"]:
            self.assertEqual(sorted(each["a"]), planned[0].get(each["message_id"], []))
            self.assertEqual(sorted(each["b"]), planned[1].get(each["message_id"], []))

    def test_samples_are_bounded_and_the_rest_is_counted(self):
        self.make_small(20, 20)
        self.assertIn("\n  … and 15 more\n", self.on_mail().out)
        self.assertEqual(len(self.on_mail("--format", "json").json["messages"]), 20)

    def test_errors_of_both_come_at_once(self):
        self.policy.write_text("version: 7\n")
        self.other.write_text("version: 8\n")
        err = self.diff(code=4).err
        self.assertIn("policy.yaml:1:10", err)
        self.assertIn("other.yaml:1:10", err)
        self.run_program("policy", "diff", "moderate", code=64)


if __name__ == "__main__":
    main()
