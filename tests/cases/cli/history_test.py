# SPDX-License-Identifier: Apache-2.0
"""history, resume and undo of runs that ended."""

from cli_test_case import CliTest
from mailboxes import snapshot
from product import main


class HistoryTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small(4, 3)

    def test_no_runs_yet(self):
        self.assertEqual(self.runs(), [])
        self.assertEqual(self.run_program("history", "list", *self.stored).out, "No runs yet.\n")

    def test_every_run_is_remembered(self):
        self.plan()
        self.apply()
        self.undo_last_apply()
        runs = self.runs()
        self.assertEqual([(run["kind"], run["status"], run["totals"]["planned"], run["totals"]["done"])
                          for run in runs], [("undo", "completed", 3, 3), ("apply", "completed", 3, 3),
                                             ("plan", "planned", 3, 0)])
        undo, applied, _ = runs
        self.assertEqual((undo["undoes"], applied["undone_by"]), (applied["run_id"], undo["run_id"]))
        self.assertIn("undone", self.run_program("history", "list", *self.stored).out)

    def test_show_names_every_message(self):
        self.apply()
        run = self.runs()[0]["run_id"]
        shown = self.run_program("history", "show", run, *self.stored, "--format", "json").json
        self.assertEqual([message["message_id"] for message in shown["messages"]], ["00000", "00001", "00002"])
        for message in shown["messages"]:
            self.assertEqual(message["actions"],
                             [{"action": "archive", "rule": "rule-1", "reason": "older_than: 1y"}])
            self.assertEqual((message["outcome"], message["prior"]["location"]), ("done", "inbox"))
        for name in (run[:-1], "last"):
            self.assertIn(run, self.run_program("history", "show", name, *self.stored).out)

    def test_a_run_that_is_not_there(self):
        self.plan()
        for command in (["history", "show"], ["undo", "--yes"], ["resume"]):
            self.run_program(*command, "nothing", *self.stored, code=64)

    def test_a_plan_cannot_be_undone_or_resumed(self):
        self.plan()
        run = self.runs()[0]["run_id"]
        with self.unchanged():
            self.assertIn("only a plan", self.run_program("undo", run, "--yes", *self.stored, code=64).err)
            self.assertIn("only a plan", self.run_program("resume", run, *self.stored, code=64).err)

    def test_undo_asks(self):
        self.apply()
        run = self.runs()[0]["run_id"]
        with self.unchanged():
            self.assertIn("--yes", self.run_program("undo", run, *self.stored, code=64).err)

    def test_undo_dry_run(self):
        self.apply()
        run = self.runs()[0]["run_id"]
        with self.unchanged():
            preview = self.run_program("undo", run, "--dry-run", *self.stored, "--format", "json").json
        self.assertEqual(len(preview["changes"]), 3)

    def test_undone_twice(self):
        before = snapshot(self.mail)
        self.apply()
        self.undo_last_apply()
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), before)

    def test_undo_leaves_what_somebody_touched(self):
        self.apply()
        (self.mail / ".Archive/cur/00001:2,S").rename(self.mail / ".Archive/cur/00001:2,FS")
        (self.mail / ".Archive/cur/00002:2,S").unlink()
        result = self.undo_last_apply(code=6)
        self.assertIn("00001", result.out)
        self.assertIn("00002", result.out)
        self.assertTrue((self.mail / "cur/00000:2,S").exists())
        self.assertTrue((self.mail / ".Archive/cur/00001:2,FS").exists())

    def test_a_finished_run_needs_no_resume(self):
        self.apply()
        with self.unchanged():
            self.run_program("resume", "last", *self.stored)


if __name__ == "__main__":
    main()
