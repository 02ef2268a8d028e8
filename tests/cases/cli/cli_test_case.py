# SPDX-License-Identifier: Apache-2.0
"""What the tests of the command line share: a home, a small Maildir, a store and the program."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mailboxes import MINI, copy_maildir, generate_maildir, snapshot, write_message  # noqa: E402
from product import NOW, PROGRAM_PATH, Program, Result  # noqa: E402

ARCHIVE_OLD = "{older_than: 1y}"


def policy_text(*rules: str, head="") -> str:
    """Rules in flow style, such as `match: {older_than: 1y}, then: archive`."""
    lines = [f"  - {{name: rule-{number}, {rule}}}" for number, rule in enumerate(rules, start=1)]
    return "\n".join(["version: 1", "name: tested", *([head] if head else []), "rules:", *lines, ""])


ARCHIVE = policy_text("match: {older_than: 1y}, then: archive")
FAILING_TEST = "tests:\n  - {name: a young one, given: {age: 1d}, expect: {actions: archive}}\n"
NOTHING = policy_text("match: {subject: nothing has this}, then: archive")


class CliTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.program = Program(PROGRAM_PATH[0], self.folder / "home")
        self.program.home.mkdir()
        self.mail = self.folder / "mail"
        self.store = self.folder / "store.db"
        self.policy = self.folder / "policy.yaml"
        self.policy.write_text(ARCHIVE)

    def make_mini(self) -> None:
        copy_maildir(MINI, self.mail)

    def make_small(self, count=3, old=2) -> None:
        """`old` messages of 400 days, the rest of one day."""
        generate_maildir(self.mail, count, old=old)

    def message(self, id: str, *headers: str, age_days=400, folder="", flags="S") -> Path:
        file = self.mail / folder / f"cur/{id}:2,{flags}"
        for place in ("cur", "new", "tmp"):
            (self.mail / folder / place).mkdir(parents=True, exist_ok=True)
        write_message(file, *headers, age_days=age_days)
        return file

    @property
    def stored(self) -> list[str]:
        return ["--store", f"sqlite:{self.store}"]

    @property
    def planned(self) -> list[str]:
        return ["--policy", str(self.policy), "--mailbox", f"maildir:{self.mail}", "--now", NOW, *self.stored]

    def run_program(self, *arguments, code=0, **options) -> Result:
        result = self.program.run(*arguments, **options)
        self.assertEqual(result.code, code, f"{arguments}: {result.err}{result.out}")
        return result

    def plan(self, *arguments, code=0, **options) -> Result:
        return self.run_program("plan", *self.planned, *arguments, code=code, **options)

    def plan_json(self, *arguments, code=0) -> dict:
        return self.plan("--format", "json", *arguments, code=code).json

    def apply(self, *arguments, code=0, **options) -> Result:
        return self.run_program("apply", *self.planned, "--yes", *arguments, code=code, **options)

    def runs(self) -> list[dict]:
        return self.run_program("history", "list", *self.stored, "--format", "json").json["runs"]

    def undo_last_apply(self, code=0) -> Result:
        run = next(run["run_id"] for run in self.runs() if run["kind"] == "apply")
        return self.run_program("undo", run, "--yes", *self.stored, code=code)

    def unchanged(self):
        """A context in which nothing may happen to the mailbox."""
        return Unchanged(self)


class Unchanged:
    def __init__(self, test: CliTest):
        self.test = test

    def __enter__(self):
        self.before = snapshot(self.test.mail)

    def __exit__(self, type, *_):
        if type is None:
            self.test.assertEqual(snapshot(self.test.mail), self.before, "the mailbox changed")
