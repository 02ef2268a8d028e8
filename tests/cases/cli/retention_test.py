# SPDX-License-Identifier: Apache-2.0
"""How long runs are remembered: `retention` of a store lets go of messages, then of runs, at the end of each `run`."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone

from cli_test_case import snapshot
from pipeline_test import PipelineCase
from product import main


class RetentionTest(PipelineCase):
    def setUp(self):
        super().setUp()
        text = self.config.read_text()
        self.config.write_text(text.replace("path: store.db}", "path: store.db, retention: {runs: 100d, actions: 30d}}"))
        self.began = datetime.now(timezone.utc)
        self.before = self.mailboxes()
        self.pipeline("run", "--execute")
        self.after = self.mailboxes()
        self.applied = [run["run_id"] for run in self.recorded()]

    def mailboxes(self):
        return snapshot(self.first), snapshot(self.second)

    def at(self, days: int, command: str, *arguments, code=0):
        """With the clock so many days ahead."""
        later = self.program.later(days)
        if command == "undo":
            return self.run_program(command, *arguments, "--config", self.config, "--yes", code=code, env=later)
        return self.pipeline(command, *arguments, code=code, env=later)

    def recorded(self) -> list[dict]:
        return self.look("list", "--format", "json").json["runs"]

    def look(self, *arguments):
        return self.run_program("history", *arguments, "--config", self.config)

    def kept_of(self, run: str) -> int:
        with closing(sqlite3.connect(self.store)) as store:
            return store.execute("SELECT count(*) FROM cleanup_actions WHERE run_id = ? AND message_id IS NOT NULL",
                                 (run,)).fetchone()[0]

    def expect_dated(self, text: str, days: int, said: str) -> None:
        """DAY in the text: so many days from now on, whether or not a day has begun in the meantime."""
        dates = {f"{begun + timedelta(days=days):%Y-%m-%d}" for begun in (self.began, datetime.now(timezone.utc))}
        self.assertTrue(any(text.replace("DAY", date) in said for date in dates), f"{text!r} is not in {said!r}")

    def test_until_then_a_run_can_be_undone(self):
        self.assertNotEqual(self.after, self.before)
        self.at(29, "run", "--execute")
        for run in self.applied:
            self.expect_dated("\ncan be undone until DAY\n", 30, self.look("show", run).out)
            self.at(29, "undo", run)
        self.assertEqual(self.mailboxes(), self.before)

    def test_first_messages_are_let_go_of(self):
        self.at(31, "run", "--execute")
        for run in self.applied:
            self.assertEqual(self.kept_of(run), 0)
            self.expect_dated("\nits messages were removed on DAY: it can no longer be undone\n", 31,
                              self.look("show", run).out)
            self.expect_dated(f"error: run '{run}' can no longer be undone: its messages were removed from the journal on "
                              f"DAY\n  hint: 'mailcomb history show {run}' says what it came to\n", 31,
                              self.at(31, "undo", run, code=64).err)
        self.assertEqual(self.mailboxes(), self.after)
        self.look("verify")

    def test_then_runs_are(self):
        self.at(31, "run", "--execute")
        self.at(101, "run", "--execute")
        self.assertEqual({run["run_id"] for run in self.recorded()} & set(self.applied), set())
        for run in self.applied:
            self.expect_dated(f"error: run '{run}' was removed from the journal on DAY\n"
                              "  hint: what it did can no longer be shown, finished or undone\n", 101,
                              self.at(101, "undo", run, code=64).err)
        self.assertEqual(self.mailboxes(), self.after)
        self.look("verify")

    def test_at_the_end_of_a_run_that_changes_mail_alone(self):
        for command in (["plan"], ["apply", "--yes"], ["run", "--dry-run"]):
            self.at(101, *command)
        for run in self.applied:
            self.assertGreater(self.kept_of(run), 0)


class AuditTest(PipelineCase):
    SECRETS = ("old@example.org", "number 0", "number 1")

    def held(self) -> bytes:
        return b"".join(file.read_bytes() for file in self.folder.glob("store.db*"))

    def check_kept(self, command: list[str]) -> None:
        self.pipeline(*command)
        for secret in self.SECRETS:
            self.assertNotIn(secret.encode(), self.held(), command)

    def test_ids_alone(self):
        self.configure(more="audit: {detail: ids}\n")
        before = snapshot(self.first), snapshot(self.second)
        for command in (["plan"], ["run", "--execute"]):
            self.check_kept(command)
        self.assertFalse((self.program.home / ".local/state/mailcomb/journal.key").exists(), "nothing is to be sealed")
        runs = [run["run_id"] for run in self.run_program("history", "list", "--config", self.config, "--format",
                                                          "json").json["runs"] if run["kind"] == "apply"]
        for run in runs:
            shown = self.run_program("history", "show", run, "--config", self.config, "--format", "json").json
            self.assertIsNone(shown["sealed"])
            self.assertTrue(shown["messages"])
            for message in shown["messages"]:
                self.assertEqual(message.keys() & {"subject", "from"}, set())
        exported = self.run_program("export", "--config", self.config, "--format", "json").out
        for secret in self.SECRETS:
            self.assertNotIn(secret, exported)
        for run in runs:
            self.run_program("undo", run, "--yes", "--config", self.config, "--pipeline", "both")
        self.assertEqual((snapshot(self.first), snapshot(self.second)), before)
        self.assertNotIn(b"old@example.org", self.held())

    def test_metadata_is_what_there_is_without_a_word(self):
        self.pipeline("run", "--execute")
        exported = self.run_program("export", "--config", self.config, "--format", "json").out
        for secret in self.SECRETS:
            self.assertIn(secret, exported)


if __name__ == "__main__":
    main()
