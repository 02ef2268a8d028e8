# SPDX-License-Identifier: Apache-2.0
"""store backup and restore: nothing is replaced unasked, and nothing that is damaged replaces anything."""

import os
import sqlite3
import threading
from contextlib import closing

from cli_test_case import CliTest
from mailboxes import snapshot
from product import main


class BackupTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small()
        self.file = self.folder / "backup.db"
        self.before = snapshot(self.mail)
        self.apply()

    def backup(self, code=0):
        return self.run_program("store", "backup", str(self.file), *self.stored, code=code)

    def restore(self, *arguments, code=0):
        return self.run_program("store", "restore", str(self.file), *self.stored, *arguments, code=code)

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("*restor*"))

    def test_there_and_back(self):
        self.backup()
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        before = self.runs()
        self.plan()
        self.assertEqual(len(self.runs()), 2)
        restored = self.restore("--yes", "--format", "json").json["restored"][0]
        self.assertEqual(self.runs(), before)
        self.run_program("history", "verify", *self.stored)
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), self.before)
        self.assertEqual(self.leftovers(), ["store.db.before-restore-1"])
        self.store = self.folder / "store.db.before-restore-1"
        self.assertEqual((str(self.store), len(self.runs())), (restored["aside"], 2))

    def test_where_no_store_is(self):
        self.backup()
        self.store.unlink()
        self.restore()
        self.assertEqual(len(self.runs()), 1)

    def test_a_backup_replaces_no_file(self):
        self.backup()
        content = self.file.read_bytes()
        self.assertIn("is there already", self.backup(code=4).err)
        self.assertEqual(self.file.read_bytes(), content)
        self.assertEqual([path.name for path in self.folder.glob("backup.db*")], ["backup.db"])

    def test_restore_asks(self):
        self.backup()
        content = self.store.read_bytes()
        self.assertIn("--yes", self.restore(code=64).err)
        self.assertEqual((self.store.read_bytes(), self.leftovers()), (content, []))

    def test_no_backup(self):
        for content, why in ((None, "there is no such file"), (b"a letter" * 200, "it is no SQLite database"),
                             (b"", "another program")):
            if content is not None:
                self.file.write_bytes(content)
            self.assertIn(why, self.restore("--yes", code=4).err)
        self.file.unlink()
        with closing(sqlite3.connect(self.file)) as database:
            database.execute("CREATE TABLE mine (a)")
        self.assertIn("a database of another program", self.restore("--yes", code=4).err)
        self.assertEqual((len(self.runs()), self.leftovers()), (1, []))

    def test_a_damaged_backup(self):
        self.backup()
        whole = self.file.read_bytes()
        for size in range(1, len(whole), len(whole) // 7):
            self.file.write_bytes(whole[:size])
            self.restore("--yes", code=4)
        self.file.write_bytes(whole)
        with closing(sqlite3.connect(self.file)) as database, database:
            database.execute("UPDATE cleanup_actions SET payload = payload || ' ' WHERE sequence = 0")
        self.assertIn("event 0 was changed", self.restore("--yes", code=4).err)
        self.assertEqual((len(self.runs()), self.leftovers()), (1, []))

    def test_a_damaged_store_is_what_restore_is_for(self):
        self.backup()
        self.store.write_bytes(b"This is a letter, and no database at all.\n" * 50)
        self.restore("--yes")
        self.assertEqual(len(self.runs()), 1)
        self.assertTrue((self.folder / "store.db.before-restore-1").read_bytes().startswith(b"This is"))

    def test_a_store_that_is_used(self):
        self.backup()
        with closing(sqlite3.connect(self.store)) as database:
            database.execute("BEGIN")
            database.execute("SELECT * FROM cleanup_runs").fetchall()
            self.assertIn("in use by another process", self.restore("--yes", code=8).err)
        self.assertEqual(self.leftovers(), [])

    def test_a_backup_while_another_process_writes(self):
        stop = threading.Event()

        def write():
            with closing(sqlite3.connect(self.store, timeout=30)) as database:
                number = 0
                while not stop.is_set():
                    with database:  # Both or none.
                        database.execute("INSERT INTO documents VALUES (?, 1, x'00')", (f"a{number}",))
                        database.execute("INSERT INTO documents VALUES (?, 1, x'00')", (f"b{number}",))
                    number += 1

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for _ in range(5):
                self.backup()
                with closing(sqlite3.connect(self.file)) as database:
                    self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
                    keys = {row[0] for row in database.execute("SELECT key FROM documents")}
                self.assertEqual({key[1:] for key in keys if key[0] == "a"}, {key[1:] for key in keys if key[0] == "b"})
                os.unlink(self.file)
        finally:
            stop.set()
            writer.join()


if __name__ == "__main__":
    main()
