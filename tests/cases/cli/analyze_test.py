# SPDX-License-Identifier: Apache-2.0
"""analyze: what a mailbox holds, counted once for all policies; nothing is changed."""

import csv
import io
import re
import sys
from pathlib import Path

from cli_test_case import FAILING_TEST, CliTest
from product import NOW, SOURCE, main

sys.path.insert(0, str(Path(SOURCE) / "tests/support"))

from definitions.census import take_census  # noqa: E402
from oracle import rfc3339_ms  # noqa: E402

DECEPTIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
KEYS = {"mailbox", "now", "totals", "derives_categories", "groups", "health", "policies"}


class AnalyzeTest(CliTest):
    def analyze(self, *arguments, code=0):
        return self.run_program("analyze", "--mailbox", f"maildir:{self.mail}", "--now", NOW, *arguments, code=code)

    def groups(self, section: str, *arguments) -> dict[str, list[int]]:
        found = self.analyze("--format", "json", *arguments).json["groups"]
        return {group["name"]: [group["messages"], group["unread"], group["bytes"]] for group in found
                if group["section"] == section}

    def test_it_counts_what_a_second_count_finds(self):
        self.make_mini()
        with self.unchanged():
            analysis = self.analyze("--format", "json", "--top", "1000").json
        census = take_census(self.mail, rfc3339_ms(NOW))
        for section, expected in census["sections"].items():
            self.assertEqual(self.groups(section, "--top", "1000"), expected, section)
        self.assertEqual(analysis["health"]["score"], census["score"])
        self.assertEqual(set(self.groups("never_read")), census["never_read"])

    def test_keys(self):
        self.make_mini()
        analysis = self.analyze("--format", "json").json
        self.assertEqual(set(analysis), KEYS)
        self.assertTrue(analysis["derives_categories"])
        self.assertEqual(sum(term["weight"] for term in analysis["health"]["terms"]), 100)
        for term in analysis["health"]["terms"]:
            self.assertEqual(set(term), {"name", "weight", "percent", "worst_percent", "value", "points", "why"})

    def test_each_policy_does_what_its_plan_says(self):
        self.make_mini()
        policies = {policy["name"]: policy for policy in self.analyze("--format", "json").json["policies"]}
        self.assertLessEqual({"aggressive", "conservative", "moderate"}, set(policies))
        for name in ("aggressive", "conservative", "moderate"):
            plan = self.run_program("plan", "--policy", name, "--mailbox", f"maildir:{self.mail}", "--now", NOW,
                                    *self.stored, "--format", "json").json
            self.assertEqual(policies[name]["changes"], plan["totals"]["changes"])
            self.assertEqual(policies[name]["guarded"], plan["totals"]["guarded"])
            self.assertEqual(policies[name]["tripped"], plan["guards"]["tripped"])
            actions = [each["action"] for change in plan["changes"] for each in change["actions"]]
            self.assertEqual(policies[name]["actions"], {action: actions.count(action) for action in actions})

    def test_a_policy_of_ones_own_is_there_and_a_wrong_one_is_told(self):
        self.make_small()
        folder = self.program.home / ".config/mailcomb/policies"
        folder.mkdir(parents=True)
        (folder / "mine.yaml").write_text(self.policy.read_text().replace("tested", "mine"))
        (folder / "wrong.yaml").write_text("version: 7\n")
        policies = {policy["name"]: policy for policy in self.analyze("--format", "json").json["policies"]}
        self.assertEqual(policies["mine"]["changes"], 2)
        self.assertIn("wrong.yaml:1:1", policies["wrong"]["error"])
        self.assertIn("cannot be planned", self.analyze().out)

    def test_a_policy_whose_tests_fail_is_told(self):
        self.make_small()
        folder = self.program.home / ".config/mailcomb/policies"
        folder.mkdir(parents=True)
        (folder / "mine.yaml").write_text(self.policy.read_text().replace("tested", "mine") + FAILING_TEST)
        policies = {policy["name"]: policy for policy in self.analyze("--format", "json").json["policies"]}
        self.assertIn("of the 1 tests of policy 'mine' fail", policies["mine"]["error"])
        skipped = self.analyze("--format", "json", "--skip-tests").json["policies"]
        self.assertEqual({policy["name"]: policy.get("changes") for policy in skipped}["mine"], 2)

    def test_protected_senders_are_heeded(self):
        for sender in ("ann", "ben"):
            self.message(sender, f"From: {sender}@x.example", age_days=800)
        folder = self.program.home / ".config/mailcomb/policies"
        folder.mkdir(parents=True)
        (folder / "mine.yaml").write_text(self.policy.read_text().replace("tested", "mine"))
        self.run_program("protect", "ann@x.example", *self.stored)
        policies = {policy["name"]: policy for policy in self.analyze(*self.stored, "--format", "json").json["policies"]}
        self.assertEqual((policies["mine"]["changes"], policies["mine"]["guarded"]), (1, 1))

    def test_top(self):
        for sender in "abc":
            self.message(sender, f"From: {sender}@x.example", flags="")
        self.assertEqual(list(self.groups("sender", "--top", "2")), ["a@x.example", "b@x.example"])
        self.assertIn("not a whole number from 1", self.analyze("--top", "0", code=64).err)

    def test_the_table(self):
        self.make_mini()
        out = self.analyze().out
        for text in ("Health: ", "Categories (derived from headers)\n", "Senders with the most bytes\n",
                     "What each policy would do\n", "outside trash, spam, drafts and sent"):
            self.assertIn(text, out)

    def test_csv_and_ndjson_are_the_groups(self):
        self.make_mini()
        groups = self.analyze("--format", "json").json["groups"]
        rows = list(csv.DictReader(io.StringIO(self.analyze("--format", "csv").out)))
        self.assertEqual([(row["section"], int(row["messages"])) for row in rows],
                         [(group["section"], group["messages"]) for group in groups])
        self.assertEqual(len(self.analyze("--format", "ndjson").out.splitlines()), len(groups))

    def test_nothing_from_mail_deceives(self):
        self.message("m1", "From: evil\u202e@x.example", "List-Id: a\x1b[31m <b\x07\u200b.example>", flags="")
        for format in ("table", "json", "ndjson", "csv"):
            out = self.analyze("--format", format).out.replace("\r\n", "\n")
            self.assertEqual(DECEPTIVE.findall(out), [], format)

    def test_an_empty_mailbox_is_healthy(self):
        self.make_small(0, 0)
        analysis = self.analyze("--format", "json").json
        self.assertEqual((analysis["health"]["score"], analysis["groups"]), (100, []))

    def test_what_cannot_be_read_is_said(self):
        self.make_small()
        self.message("twin", folder=".A")
        self.message("twin", folder=".B")
        result = self.analyze("--format", "json", code=6)
        self.assertGreater(result.json["totals"]["unreadable"], 0)

    def test_no_mailbox(self):
        self.assertIn("which mailbox?", self.run_program("analyze", code=64).err)


if __name__ == "__main__":
    main()
