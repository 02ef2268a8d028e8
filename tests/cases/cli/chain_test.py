# SPDX-License-Identifier: Apache-2.0
"""history verify on a real SQLite file that somebody damaged at every row and every column."""

import sqlite3
from contextlib import closing

from cli_test_case import CliTest
from product import main

TABLES = {"cleanup_runs": 1, "cleanup_actions": 2, "cleanup_ledger": 1, "cleanup_heads": 1}  # columns of the key


def other(value):
    """A value of the same type that is not this one."""
    if value is None:
        return None
    return value + 1 if isinstance(value, int) else value + "x" if isinstance(value, str) else bytes([value[0] ^ 1]) + \
        value[1:] if value else b"\1"


class ChainTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small(3, 2)
        self.plan()
        self.apply()
        self.undo_last_apply()
        self.intact = self.store.read_bytes()
        self.undo, self.applied, self.planned_run = (run["run_id"] for run in self.runs())

    def change(self, *statements) -> None:
        self.store.write_bytes(self.intact)
        with closing(sqlite3.connect(self.store)) as database, database:
            for sql, *values in statements:
                database.execute(sql, values)

    def rows(self, table: str) -> tuple[list[str], list[tuple]]:
        with closing(sqlite3.connect(self.store)) as database:
            cursor = database.execute(f"SELECT * FROM {table}")
            return [column[0] for column in cursor.description], cursor.fetchall()

    def verify(self, code=4, *arguments) -> dict:
        return self.run_program("history", "verify", *arguments, *self.stored, "--format", "json", code=code).json

    def found(self, *arguments) -> list[tuple[str, str]]:
        return [(damage["run_id"], damage["what"]) for damage in self.verify(4, *arguments)["damages"]]

    def test_intact(self):
        verified = self.verify(0)
        self.assertEqual((verified["intact"], verified["runs"], verified["damages"]), (True, 3, []))
        self.assertEqual(len(self.rows("cleanup_actions")[1]), verified["events"])
        self.assertEqual(len(self.rows("cleanup_ledger")[1]), verified["entries"])
        self.verify(0, "last")

    def test_every_cell(self):
        for table, key_columns in TABLES.items():
            columns, rows = self.rows(table)
            for row in rows:
                where = " AND ".join(f'"{column}" = ?' for column in columns[:key_columns])
                for number, column in enumerate(columns):
                    new = other(row[number])
                    if new is None:
                        new = b"x" * 32 if column in ("sealed", "link") else 7 if column in (
                            "batch", "adopted_to", "trimmed_at") else "x"
                    if number < key_columns and new in [each[number] for each in rows]:
                        continue  # Moved behind all, below.
                    with self.subTest(table=table, row=row[:key_columns], column=column):
                        self.change((f'UPDATE {table} SET "{column}" = ? WHERE {where}', new, *row[:key_columns]))
                        self.assertTrue(self.found())

    def test_every_link_that_is_taken_away(self):
        for table, key_columns in list(TABLES.items())[:3]:
            columns, rows = self.rows(table)
            for row in rows:
                where = " AND ".join(f'"{column}" = ?' for column in columns[:key_columns])
                with self.subTest(table=table, row=row[:key_columns]):
                    self.change((f"UPDATE {table} SET link = NULL WHERE {where}", *row[:key_columns]))
                    self.assertTrue(self.found())

    def test_every_row_that_is_missing(self):
        for table, key_columns in TABLES.items():
            columns, rows = self.rows(table)
            for row in rows:
                where = " AND ".join(f'"{column}" = ?' for column in columns[:key_columns])
                with self.subTest(table=table, row=row[:key_columns]):
                    self.change((f"DELETE FROM {table} WHERE {where}", *row[:key_columns]))
                    self.assertTrue(self.found())

    def test_the_row_is_named(self):
        def set_payload(run, sequence):
            return "UPDATE cleanup_actions SET payload = payload || ' ' WHERE run_id = ? AND sequence = ?", run, sequence

        self.change(set_payload(self.applied, 3))
        self.assertEqual(self.found(), [(self.applied, "event 3 was changed")])
        self.assertEqual(self.found(self.applied), [(self.applied, "event 3 was changed")])
        self.verify(0, self.undo)
        self.change(set_payload(self.applied, 0), set_payload(self.undo, 1))
        self.assertEqual(self.found(), [(self.applied, "event 0 was changed"), (self.undo, "event 1 was changed")])
        self.change(("DELETE FROM cleanup_actions WHERE run_id = ? AND sequence IN (1, 2)", self.applied))
        self.assertEqual(self.found(), [(self.applied, "events 1 to 2 are missing")])

    def test_the_end_is_cut_off(self):
        last = max(row[1] for row in self.rows("cleanup_actions")[1] if row[0] == self.applied)
        for count in range(1, last + 2):
            self.change(("DELETE FROM cleanup_actions WHERE run_id = ? AND sequence > ?", self.applied, last - count))
            self.assertIn("missing at the end", self.found()[0][1])

    def test_rows_are_swapped(self):
        where = "WHERE run_id = ? AND sequence = ?"
        self.change((f"UPDATE cleanup_actions SET sequence = 99 {where}", self.applied, 0),
                    (f"UPDATE cleanup_actions SET sequence = 0 {where}", self.applied, 1),
                    (f"UPDATE cleanup_actions SET sequence = 1 {where}", self.applied, 99))
        self.assertEqual(self.found(), [(self.applied, "event 0 was changed"), (self.applied, "event 1 was changed")])

    def test_a_row_is_added(self):
        columns = ", ".join(f'"{column}"' for column in self.rows("cleanup_actions")[0][2:])
        self.change((f"INSERT INTO cleanup_actions (run_id, sequence, {columns}) SELECT run_id, 50, {columns} FROM "
                     "cleanup_actions WHERE run_id = ? AND sequence = 3", self.applied))
        self.assertEqual(self.found(), [(self.applied, "event 50 stands behind the end: it was added")])

    def test_a_run_is_missing_altogether(self):
        self.change(*((f"DELETE FROM {table} WHERE run_id = ?", self.applied)
                      for table in ("cleanup_runs", "cleanup_actions", "cleanup_heads")))
        self.assertEqual(self.found(), [(self.applied, "its row in cleanup_runs is missing")])

    def test_the_ledger_is_missing(self):
        self.change(("DELETE FROM cleanup_ledger",), ("DELETE FROM cleanup_heads",))
        self.assertEqual({run for run, _ in self.found()}, {self.applied, self.undo, self.planned_run})

    def test_the_end_of_the_ledger_is_cut_off(self):
        entries = len(self.rows("cleanup_ledger")[1])
        for kept in range(entries):
            self.change(("DELETE FROM cleanup_ledger WHERE position >= ?", kept))
            self.assertTrue(any("at the end of the ledger" in what for _, what in self.found()))

    def test_nothing_to_verify(self):
        self.store.unlink()
        verified = self.run_program("history", "verify", *self.stored)
        self.assertEqual(verified.out, "The journal has no chain yet; the next run begins it.\n")


if __name__ == "__main__":
    main()
