# SPDX-License-Identifier: Apache-2.0
"""A store that mailcomb wrote before there was a chain (v1_store.sql): it is taken over, and stays usable for both."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from cli_test_case import CliTest
from mailboxes import snapshot
from product import main

RUNS = ["apply", "undo", "apply", "plan"]


class OlderStoreTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small(4, 3)
        self.before = snapshot(self.mail)
        self.apply()  # As the last of the older runs did, in a store that goes.
        shutil.rmtree(self.program.home)
        self.program.home.mkdir()
        for file in self.folder.glob("store.db*"):
            file.unlink()
        text = (Path(__file__).parent / "v1_store.sql").read_text().replace("MAILBOX", str(self.mail))
        text = re.sub(r'{"path":"(cur/[^"]*)","dev":.*?}', self.restore_token, text)
        with closing(sqlite3.connect(self.store)) as database:
            database.executescript(text)

    def restore_token(self, match) -> str:
        """As the older run would have written it of the file that is there now."""
        info = (self.mail / ".Archive" / match[1]).stat()
        return (f'{{"path":"{match[1]}","dev":{info.st_dev},"ino":{info.st_ino},"size":{info.st_size},'
                f'"mtime_ns":{info.st_mtime_ns}}}')

    def columns(self, table: str) -> list[str]:
        with closing(sqlite3.connect(self.store)) as database:
            return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]

    def verify(self, code=0) -> dict:
        return self.run_program("history", "verify", *self.stored, "--format", "json", code=code).json

    def test_it_is_read_as_it_is(self):
        self.assertNotIn("link", self.columns("cleanup_actions"))
        self.assertEqual([run["kind"] for run in self.runs()], RUNS)
        shown = self.run_program("history", "show", "last", *self.stored, "--format", "json").json
        self.assertEqual((len(shown["messages"]), shown["sealed"]), (3, None))
        self.assertEqual(self.verify()["link"], "")

    def test_its_runs_can_be_undone_and_join_the_chain(self):
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), self.before)
        verified = self.verify()
        self.assertEqual((verified["intact"], verified["runs"]), (True, 5))
        with closing(sqlite3.connect(self.store)) as database, database:
            database.execute("UPDATE cleanup_actions SET payload = payload || ' ' WHERE sequence = 0 AND run_id = "
                             "(SELECT run_id FROM cleanup_runs WHERE kind = 'plan')")
        self.assertIn("of an older mailcomb", self.verify(4)["damages"][0]["what"])

    def test_an_older_mailcomb_can_go_on_with_it(self):
        self.undo_last_apply()
        with closing(sqlite3.connect(self.store)) as database, database:
            self.assertEqual(database.execute("SELECT version FROM schema_version").fetchall(), [(1,)])
            for table in ("cleanup_actions", "cleanup_runs"):
                names = [name for name in self.columns(table) if name not in ("key", "sealed", "link")]
                listed = ", ".join(f'"{name}"' for name in names)
                # As the older program writes: only the columns that it knows.
                database.execute(f"INSERT INTO {table} ({listed}) SELECT replace(run_id, '2026', '2027'), "
                                 f"{listed.split(', ', 1)[1]} FROM {table} WHERE run_id = "
                                 "(SELECT run_id FROM cleanup_runs WHERE kind = 'plan')")
        self.assertEqual(len(self.runs()), 6)
        self.assertIn("an older mailcomb", self.verify(4)["damages"][0]["what"])

    def test_its_runs_can_be_removed(self):
        oldest = self.runs()[2]["run_id"]
        self.run_program("purge", "--run", oldest, "--yes", *self.stored)
        self.assertEqual(len(self.runs()), 3)
        self.assertTrue(self.verify()["intact"])
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), self.before)


if __name__ == "__main__":
    main()
