# SPDX-License-Identifier: Apache-2.0
"""Random Maildirs and random policies, end to end: what holds for every plan holds, nothing is lost, undo puts it all back.

One of them again: random_test.py --program PROGRAM RandomTest.test_7"""

import json
import random

from cli_test_case import CliTest, snapshot
from invariants import broken_invariants
from mailboxes import make_folder, write_message
from product import main

SEEDS = range(24)
FOLDERS = ["", "", "", ".Archive", ".Lists", ".Sent", ".Trash"]
SENDERS = ["ann@friends.example", "news@shop.example", "list@lists.example", "bot@bank.example"]
GUARDS = ["starred", "replied", "user_label", "thread", "unknown_date", "draft"]
GUARDED_FLAGS = {"F": "starred", "D": "draft"}


class Case:
    """A mailbox and a policy, none of whose filters reads what an action writes."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.rules = [self.rule(number) for number in range(self.random.randint(1, 4))]
        self.unguarded = self.random.sample(GUARDS, self.random.choice([0, 0, 1, 2]))
        self.limit = self.random.choice([None, None, self.random.randint(1, 12)])

    def policy(self) -> str:
        guards = {"never": self.maybe([self.filter()]), "unguard": self.unguarded,
                  "limits": self.random.choice([{"trash": "100%"}, {"trash": 5, "archive": [20, "30%"]}, {}])}
        guards = {key: value for key, value in guards.items() if value}
        return json.dumps({"version": 1, "name": "random", "rules": self.rules} | ({"guards": guards} if guards else {}))

    def maybe(self, value):
        return value if self.random.random() < 0.4 else None

    def filter(self, depth=2) -> dict:
        if depth and self.random.random() < 0.4:
            inner = [self.filter(depth - 1) for _ in range(self.random.randint(1, 3))]
            return self.random.choice([{"all": inner}, {"any": inner}, {"not": inner[0]}])
        return self.random.choice([
            {"from": self.random.choice(SENDERS)}, {"from": "@shop.example"}, {"subject": self.random.choice("abc")},
            {"older_than": f"{self.random.randint(1, 900)}d"}, {"newer_than": f"{self.random.randint(1, 900)}d"},
            {"has": "list-unsubscribe"}, {"larger_than": "200B"}])

    def rule(self, number: int) -> dict:
        rule = {"name": f"rule-{number}", "then": self.random.choice(["trash", "trash", "archive", "mark_read",
                                                                      ["star", "archive"], ["mark_read", "trash"], "keep"])}
        kind = self.random.choice(["match", "match", "retain", "duplicate"])
        if kind == "match" or self.maybe(True):
            rule["match"] = self.filter()
        if kind == "duplicate":
            rule["rule"] = kind
        if kind == "retain":
            kept = {"last": self.maybe(self.random.randint(1, 4)), "within": self.maybe(f"{self.random.randint(1, 700)}d")}
            kept = {key: value for key, value in kept.items() if value} or {"last": 2}
            rule |= {"rule": kind, "with": {"per": self.random.choice(["sender", "list", "thread", "subject"])} | kept}
        if "trash" in rule["then"] and self.maybe(True):
            rule["scope"] = "message"
        return rule

    def is_empty_afterwards(self) -> bool:
        """As the guide says of buckets: rules that compare messages depend on those that other rules trash."""
        return self.limit is None and not any(rule.get("rule") for rule in self.rules)

    def make(self, maildir) -> None:
        for folder in {*FOLDERS}:
            make_folder(maildir / folder)
        for number in range(self.random.randint(100, 130)):
            self.write(maildir, number)

    def write(self, maildir, number: int) -> None:
        folder = self.random.choice(FOLDERS)
        place = self.random.choice(["cur", "cur", "cur", "new"])
        flags = "".join(flag for flag in "DFRS" if self.random.random() < (0.5 if flag == "S" else 0.05))
        known = f"<{self.random.randrange(number + 1)}@x.example>"
        id = known if self.random.random() < 0.2 else f"<{number}@x.example>"
        headers = [f"From: {self.random.choice(SENDERS)}", f"Message-ID: {id}", f"Subject: {self.random.choice('abcd')}",
                   "Date: Tue, 01 Jan 2002 00:00:00 +0000"]
        headers += self.maybe([f"References: {known}"]) or []
        headers += self.maybe(["List-Id: <all.lists.example>", "List-Unsubscribe: <https://x.example>"]) or []
        age = None if self.random.random() < 0.05 else self.random.randint(0, 1000)
        write_message(maildir / folder / place / (f"m{number:03}:2,{flags}" if place == "cur" else f"m{number:03}"),
                      *headers, age_days=age, body="x" * self.random.choice([1, 300]) + f" {number}")


def bodies(mail: dict) -> list[bytes]:
    return sorted(content for content in mail.values() if content is not None)


class RandomTest(CliTest):
    def check(self, seed: int) -> None:
        case = Case(seed)
        case.make(self.mail)
        self.policy.write_text(case.policy())
        before = snapshot(self.mail)
        narrowing = [] if case.limit is None else ["--limit", str(case.limit)]
        saved = self.folder / "saved.plan"
        plan = self.plan_json(*narrowing, "--out", saved)
        self.assertEqual(broken_invariants(plan), [])
        self.assertLessEqual(plan["totals"]["changes"], case.limit or len(before))
        self.check_guards(plan, before, case)
        self.assertEqual(snapshot(self.mail), before, "a plan changes nothing")
        self.execute(saved, plan["guards"]["tripped"], before)
        after = snapshot(self.mail)
        self.assertEqual(bodies(after), bodies(before), "a message is lost, or there is one more")
        self.assertEqual(after != before, bool(plan["changes"]))
        if case.is_empty_afterwards():
            self.assertEqual(self.plan_json()["changes"], [])
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), before)

    def execute(self, saved, is_tripped: bool, before: dict) -> None:
        execute = ["apply", "--plan", saved, "--yes", *self.stored]
        if is_tripped:
            self.run_program(*execute, code=3)
            self.assertEqual(snapshot(self.mail), before, "beyond a limit nothing is done")
            execute += ["--accept", "limits"]
        self.run_program(*execute)

    def check_guards(self, plan: dict, before: dict, case: Case) -> None:
        flags = {path.rsplit("/", 1)[-1].partition(":2,")[0]: path.partition(":2,")[2] for path in before}
        for change in plan["changes"]:
            actions = {each["action"] for each in change["actions"]}
            heeded = {**GUARDED_FLAGS, "R": "replied"} if "trash" in actions else GUARDED_FLAGS
            for flag, guard in heeded.items():
                if guard not in case.unguarded and actions != {"star"}:
                    self.assertNotIn(flag, flags[change["message_id"]], f"{change} in spite of {guard}")


for number in SEEDS:
    setattr(RandomTest, f"test_{number}", lambda test, seed=number: test.check(seed))

if __name__ == "__main__":
    main()
