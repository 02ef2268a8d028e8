# SPDX-License-Identifier: Apache-2.0
"""policy suggest: a policy that fits the mailbox, is valid, passes its own tests, and stops at no limit."""

from cli_test_case import CliTest
from product import NOW, main

HOSTILE = ["\"quo'te\"@x.example", "$bulk@x.example", "{a}@x.example", "a#b:c@x.example", "- a@x.example",
           "y@x.example", "*a@x.example", "%YAML@x.example"]


class PolicySuggestTest(CliTest):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "suggested.yaml"

    def suggest(self, *arguments, code=0):
        return self.run_program("policy", "suggest", "--mailbox", f"maildir:{self.mail}", "--now", NOW, *self.stored,
                                *arguments, code=code)

    def many(self, count: int, *headers: str, prefix="m", age=100, flags="") -> None:
        for number in range(count):
            self.message(f"{prefix}{number}", *headers, age_days=age, flags=flags)

    def make_mailbox(self) -> None:
        self.many(12, "From: News <news@shop.example>", "List-Unsubscribe: <u>", prefix="news")
        self.many(10, "From: a@list.example", "List-Id: L <l.list.example>", prefix="list", flags="S")
        self.many(10, "From: b@list.example", "List-Id: L <l.list.example>", prefix="more")
        self.many(60, "From: ann@friends.example", prefix="ann", age=5, flags="S")

    def test_it_is_valid_passes_its_tests_and_stops_at_no_limit(self):
        self.make_mailbox()
        with self.unchanged():
            said = self.suggest("--out", self.out).err
        self.assertIn("Written: 3 rules; on this mailbox they would change", said)
        self.run_program("policy", "validate", self.out)
        self.run_program("policy", "test", self.out)
        plan = self.run_program("plan", "--policy", self.out, "--mailbox", f"maildir:{self.mail}", "--now", NOW,
                                *self.stored, "--format", "json").json
        self.assertFalse(plan["guards"]["tripped"])
        self.assertEqual({rule["name"]: rule["changes"] for rule in plan["rules"]},
                         {"archive-never-read": 22, "archive-old-promotions": 0, "mark-old-lists-read": 10})
        self.assertIn(f"would change {plan['totals']['changes']} messages", said)

    def test_numbers_stand_in_comments(self):
        self.make_mailbox()
        yaml = self.suggest().out
        self.assertIn("  # 2 senders of whom no message was ever read: 22 messages, 22 of them in the inbox", yaml)
        self.assertIn('        - "news@shop.example"  # 12 messages, none read\n', yaml)
        self.assertNotIn("trash\n", yaml)

    def test_formats(self):
        self.make_mailbox()
        document = self.suggest("--format", "json").json
        self.assertEqual(document["yaml"], self.suggest().out)
        self.assertEqual(document["rules"][0]["values"], ["news@shop.example", "b@list.example"])

    def test_nothing_to_suggest(self):
        self.make_small()
        result = self.suggest("--out", self.out)
        self.assertEqual((result.out, self.out.exists()), ("", False))
        self.assertIn("Nothing to suggest", result.err)
        self.assertEqual(self.suggest().out, "")
        self.assertEqual(self.suggest("--format", "json").json, {"rules": [], "yaml": ""})

    def test_a_file_that_is_there_is_kept(self):
        self.make_mailbox()
        self.out.write_text("mine")
        self.assertIn("is there already, and stays as it is", self.suggest("--out", self.out, code=4).err)
        self.assertEqual(self.out.read_text(), "mine")

    def test_a_limit_takes_rules_away(self):
        self.many(90, "From: news@shop.example", prefix="news")
        self.many(20, "From: ann@friends.example", prefix="ann", age=5, flags="S")
        self.assertIn("Nothing to suggest", self.suggest().err)

    def test_hostile_senders(self):
        self.many(100, "From: ann@friends.example", prefix="ann", age=5, flags="S")
        for number, sender in enumerate(HOSTILE):
            self.many(6, f"From: {sender}", prefix=f"h{number}-")
        self.suggest("--out", self.out)
        self.run_program("policy", "validate", self.out)
        self.run_program("policy", "test", self.out)
        plan = self.run_program("plan", "--policy", self.out, "--mailbox", f"maildir:{self.mail}", "--now", NOW,
                                *self.stored, "--format", "json").json
        self.assertGreaterEqual(plan["rules"][0]["changes"], 6 * 5)

    def test_hostile_lists(self):
        self.many(100, "From: ann@friends.example", prefix="ann", age=5, flags="S")
        for number, list_id in enumerate(["<a\u202eb.example>", "<\"q\".example>", "<$x{y}.example>", "<a\x1bb.example>"]):
            self.many(10, f"From: s{number}@x.example", f"List-Id: {list_id}", prefix=f"l{number}-", flags="")
        self.suggest("--out", self.out)
        text = self.out.read_text()
        self.assertNotIn("\u202e", text)
        self.assertNotIn("\x1b", text)
        self.run_program("policy", "validate", self.out)
        self.run_program("policy", "test", self.out)

    def test_who_is_protected_is_left_out(self):
        self.make_mailbox()
        self.run_program("protect", "news@shop.example", *self.stored)
        self.assertEqual(self.suggest("--format", "json").json["rules"][0]["values"], ["b@list.example"])

    def test_the_small_mailbox(self):
        self.make_mini()
        self.suggest()


if __name__ == "__main__":
    main()
