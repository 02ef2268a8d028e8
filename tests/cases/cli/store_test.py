# SPDX-License-Identifier: Apache-2.0
"""A store that cannot be used: plan works without it and says so; apply does not begin."""

import os
import shutil
import sqlite3

from cli_test_case import CliTest
from mailbox_test import as_nobody
from product import main


class StoreTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small()

    def check_unusable(self, text: str, **options) -> None:
        with self.unchanged():
            planned = self.plan("--format", "json", **options)
            self.assertEqual(len(planned.json["changes"]), 2)
            for note in ("this plan is not recorded", "the metrics are not kept"):
                self.assertIn(f"note: {note}: store 'sqlite': ", planned.err)
            self.assertIn(text, planned.err)
            self.assertIn(text, self.apply(code=10, **options).err)
            self.run_program("history", "list", *self.stored, code=10, **options)

    def test_no_database(self):
        self.store.write_bytes(b"This is a letter, and no database at all.\n" * 50)
        self.check_unusable(str(self.store))
        self.assertTrue(self.store.read_bytes().startswith(b"This is a letter"))

    def test_a_corrupt_database(self):
        self.plan()
        content = self.store.read_bytes()
        for leftover in self.folder.glob("store.db-*"):
            leftover.unlink()
        self.store.write_bytes(content[:100] + b"\xa5" * (len(content) - 100))
        self.check_unusable(str(self.store))

    def test_a_newer_schema(self):
        self.plan()
        with sqlite3.connect(self.store) as database:
            tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            table = next(name for name in tables if "version" in name)
            column = database.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchall()
            for (name,) in column:
                if "version" in name:
                    database.execute(f"UPDATE {table} SET {name} = 999")
        database.close()
        self.check_unusable("999")

    def test_a_folder_that_is_not_there(self):
        self.store = self.folder / "file/store.db"
        (self.folder / "file").write_text("")
        self.check_unusable("store.db")

    def test_a_store_that_cannot_be_written(self):
        self.plan()
        closed = self.folder / "closed"
        closed.mkdir()
        shutil.copy(self.store, closed / "store.db")
        self.store = closed / "store.db"
        for path in (self.mail, *self.mail.rglob("*")):
            path.chmod(0o777)
        self.folder.chmod(0o755)
        self.policy.chmod(0o644)
        self.store.chmod(0o444)
        closed.chmod(0o555)
        self.addCleanup(closed.chmod, 0o755)
        self.give_program_away()
        self.check_unusable("store.db", **as_nobody())

    def give_program_away(self):
        if os.geteuid() == 0 and any(not path.stat().st_mode & 1 for path in self.program.path.parents):
            self.skipTest("the build lies in a folder that only root may enter")

    def test_it_is_private(self):
        self.plan()
        self.assertEqual(self.store.stat().st_mode & 0o777, 0o600)

    def test_the_usual_place(self):
        self.run_program("apply", *self.planned[:-2], "--yes")
        place = self.program.home / ".local/state/mailcomb/mailcomb.db"
        self.assertTrue(place.exists())
        self.assertEqual(self.run_program("history", "list", "--format", "json").json["runs"][0]["kind"], "apply")


if __name__ == "__main__":
    main()
