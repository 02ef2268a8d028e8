# SPDX-License-Identifier: Apache-2.0
"""What is kept of messages: sealed subjects and senders, their key; purge and export."""

import json
import sqlite3
import stat
from contextlib import closing

from cli_test_case import CliTest
from product import main

SECRET = "The very secret subject"


class KeptTest(CliTest):
    def setUp(self):
        super().setUp()
        self.message("00000", f"Subject: {SECRET}", "From: Ann <ann@example.org>")
        self.message("00001", "Subject: Other", "From: bob@example.org")
        self.key = self.program.home / ".local/state/mailcomb/journal.key"

    def show(self, run="last") -> dict:
        return self.run_program("history", "show", run, *self.stored, "--format", "json").json

    def subjects(self) -> list:
        return [message.get("subject") for message in self.show()["messages"]]

    def test_subjects_and_senders_are_shown_and_sealed(self):
        self.apply()
        shown = self.show()
        self.assertEqual(self.subjects(), [SECRET, "Other"])
        self.assertIn("ann@example.org", shown["messages"][0]["from"])
        self.assertEqual((shown["sealed"]["shown"], shown["sealed"]["why"]), (True, None))
        self.assertIn(SECRET, self.run_program("history", "show", "last", *self.stored).out)
        for file in self.folder.glob("store.db*"):
            self.assertNotIn(SECRET.encode(), file.read_bytes())
            self.assertNotIn(b"ann@example.org", file.read_bytes())

    def test_the_key_is_private_and_made_once(self):
        self.plan()
        self.assertFalse(self.key.exists())
        self.apply()
        self.assertEqual(stat.S_IMODE(self.key.stat().st_mode), 0o600)
        key = self.key.read_text()
        self.assertEqual(len(key), 65)
        self.undo_last_apply()
        self.apply()
        self.assertEqual(self.key.read_text(), key)
        self.assertNotIn(key.strip(), self.run_program("store", "status", *self.stored, "-v").out)

    def test_a_lost_and_a_wrong_key_are_told(self):
        self.apply()
        run = self.show()["run_id"]
        key = self.key.read_text()
        self.key.unlink()
        sealed = self.show(run)["sealed"]
        self.assertEqual((self.subjects(), sealed["shown"]), ([None, None], False))
        self.assertIn("there is no key file", sealed["why"])
        self.key.write_text("ab" * 32 + "\n")
        self.key.chmod(0o600)
        self.assertIn("holds key", self.show(run)["sealed"]["why"])
        self.assertIn(run, self.run_program("history", "list", *self.stored).out)
        status = self.run_program("store", "status", *self.stored, "--format", "json").json
        self.assertEqual(status["sealed_with"], [{"key_id": sealed["key_id"], "runs": 1}])
        self.assertNotEqual(status["key"]["id"], sealed["key_id"])
        self.key.write_text(key)
        self.assertEqual(self.subjects(), [SECRET, "Other"])
        self.key.chmod(0o644)
        self.assertIn("can be read or written by others", self.show(run)["sealed"]["why"])

    def test_a_key_that_is_not_ours_alone_is_refused_before_anything_is_done(self):
        self.key.parent.mkdir(parents=True)
        for text, mode, why in (("ab" * 32, 0o644, "can be read or written by others"),
                                ("ab" * 31, 0o600, "holds no key")):
            self.key.write_text(text)
            self.key.chmod(mode)
            with self.unchanged():
                error = self.apply(code=4).err
                self.assertIn(why, error)
                self.assertNotIn("abab", error)
            self.assertEqual(self.runs(), [])
            self.plan()
            self.assertEqual([run["kind"] for run in self.runs()], ["plan"])
            self.store.unlink()

    def test_a_key_of_ones_own(self):
        own = self.folder / "own.key"
        own.write_text("cd" * 32)
        own.chmod(0o600)
        self.apply(env={"MAILCOMB_KEY_FILE": str(own)})
        self.assertFalse(self.key.exists())
        self.assertEqual(self.subjects(), [None, None])
        shown = self.run_program("history", "show", "last", *self.stored, env={"MAILCOMB_KEY_FILE": str(own)})
        self.assertIn(SECRET, shown.out)

    def test_a_key_that_cannot_be_made_stops_nothing(self):
        applied = self.apply(env={"MAILCOMB_KEY_FILE": "/proc/no/key"})
        self.assertIn("no subjects and senders are kept", applied.err)
        self.assertIsNone(self.show()["sealed"])

    def test_purge(self):
        self.apply()
        self.assertEqual(self.run_program("purge", "--older-than", "1d", "--yes", *self.stored).out,
                         "No run is to be removed.\n")
        run = self.runs()[0]["run_id"]
        with closing(sqlite3.connect(self.store)) as database:
            before = database.execute("SELECT count(*) FROM cleanup_actions").fetchone()[0]
        self.assertIn("--yes", self.run_program("purge", "--run", run, *self.stored, code=64).err)
        dry = self.run_program("purge", "--run", run, "--dry-run", *self.stored, "--format", "json").json
        self.assertEqual(dry, {"removed": [run], "dry_run": True})
        self.assertEqual(len(self.runs()), 1)
        self.assertTrue(before)
        self.assertEqual(self.run_program("purge", "--run", run, "--yes", *self.stored).out,
                         "1 runs were removed from the journal.\n")
        self.assertEqual(self.runs(), [])
        with closing(sqlite3.connect(self.store)) as database:
            for table in ("cleanup_runs", "cleanup_actions", "cleanup_policies"):
                self.assertEqual(database.execute(f"SELECT count(*) FROM {table}").fetchone(), (0,))
        self.run_program("history", "verify", *self.stored)
        with self.unchanged():
            for command in (["undo", run, "--yes"], ["resume", run], ["history", "show", run]):
                self.assertIn("was removed from the journal on",
                              self.run_program(*command, *self.stored, code=64).err)

    def test_purge_of_nothing_in_particular(self):
        self.assertIn("which runs?", self.run_program("purge", "--yes", *self.stored, code=64).err)
        self.assertIn("--older-than: '1m'",
                      self.run_program("purge", "--older-than", "1m", "--yes", *self.stored, code=64).err)

    def test_export(self):
        self.plan()
        self.apply()
        exported = self.run_program("export", *self.stored, "--format", "json").json
        self.assertEqual(exported["format"], "mailcomb.export/1")
        self.assertEqual([record["record"] for record in exported["records"]], ["run", "run", "policy"])
        message = exported["records"][0]["messages"][0]
        self.assertEqual((message["subject"], message["outcome"]), (SECRET, "done"))
        self.assertTrue(message["restore"] and message["expected"] and message["prior"])
        self.assertEqual(exported["records"][2]["text"], self.policy.read_text())
        lines = self.run_program("export", "--run", "last", *self.stored, "--format", "ndjson").out.splitlines()
        self.assertEqual([json.loads(line)["record"] for line in lines], ["run", "policy"])
        self.assertEqual(json.loads(lines[0]), exported["records"][0])
        self.key.unlink()
        without = self.run_program("export", *self.stored, "--format", "json", code=6)
        self.assertIn("there is no key file", without.err)
        self.run_program("export", *self.stored, "--format", "csv", code=64)


if __name__ == "__main__":
    main()
