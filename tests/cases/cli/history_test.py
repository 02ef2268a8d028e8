# SPDX-License-Identifier: Apache-2.0
"""history, resume and undo of runs that ended."""

import shutil

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

    def list_json(self, *arguments) -> list[str]:
        listed = self.run_program("history", "list", *arguments, *self.stored, "--format", "json").json
        return [run["kind"] for run in listed["runs"]]

    def test_a_list_of_some(self):
        self.plan()
        self.apply()
        self.undo_last_apply()
        self.assertEqual(self.list_json("--limit", "2"), ["undo", "apply"])
        self.assertEqual(self.list_json("--status", "planned"), ["plan"])
        self.assertEqual(self.list_json("--status", "failed"), [])
        self.assertEqual(self.list_json("--since", "1d", "--policy", "tested"), ["undo", "apply", "plan"])
        self.assertEqual(self.list_json("--since", "2100-01-01"), [])
        self.assertEqual(self.list_json("--policy", "other"), [])
        self.assertEqual(self.list_json("--mailbox", f"maildir:{self.mail}/"), ["undo", "apply", "plan"])
        self.assertEqual(self.list_json("--mailbox", f"maildir:{self.mail}/other"), [])
        none = self.run_program("history", "list", "--status", "failed", *self.stored)
        self.assertEqual(none.out, "No such runs.\n")

    def test_a_mailbox_by_its_name(self):
        config = self.folder / "mailcomb.yaml"
        config.write_text("version: 1\nmailboxes:\n  mine: {provider: maildir, path: link, labels: headers}\n"
                          "  other: {provider: maildir, path: elsewhere}\n")
        config.chmod(0o600)
        (self.folder / "link").symlink_to(self.mail)
        named = ["--config", config]
        self.run_program("plan", *named, "--mailbox", "mine", "--policy", self.policy, *self.stored)
        self.plan()
        self.assertEqual(self.list_json(*named, "--mailbox", "mine"), ["plan"])
        self.assertEqual(self.list_json(*named, "--mailbox", "other"), [])
        shutil.rmtree(self.mail)
        self.assertEqual(self.list_json(*named, "--mailbox", "mine"), ["plan"])
        self.assertEqual(self.list_json("--mailbox", "gone:nobody"), [])
        self.assertEqual(self.list_json("--mailbox", str(self.mail)), ["plan", "plan"])

    def test_looking_makes_no_store(self):
        for command, out in ((["list"], "No runs yet.\n"), (["stats"], "No run has changed mail.\n"),
                             (["pending"], "No run waits to be finished.\n")):
            self.assertEqual(self.run_program("history", *command, *self.stored).out, out)
        self.assertFalse(self.store.exists())

    def test_a_list_of_what_nobody_understands(self):
        for arguments, text in ((["--since", "1m"], "could mean minutes or months"),
                                (["--since", "yesterday"], "--since: 'yesterday' is not a duration"),
                                (["--status", "complete"], "did you mean 'completed'?"),
                                (["--limit", "0"], "--limit")):
            self.assertIn(text, self.run_program("history", "list", *arguments, *self.stored, code=64).err)
        self.assertIn("--by", self.run_program("history", "stats", "--by", "sender", *self.stored, code=64).err)

    def test_stats(self):
        self.assertEqual(self.run_program("history", "stats", *self.stored).out, "No run has changed mail.\n")
        self.plan()
        self.apply()
        expected = {"runs": 1, "planned": 3, "done": 3, "gone": 0, "touched": 0, "failed": 0, "undone": 0}
        for by, key in (("rule", "rule-1"), ("action", "archive"), ("policy", "tested"),
                        ("mailbox", f"maildir:{self.mail}")):
            counted = self.run_program("history", "stats", "--by", by, "--since", "7d", *self.stored, "--format",
                                       "json").json
            self.assertEqual((counted["by"], counted["groups"]), (by, [{"key": key, **expected}]))
        self.undo_last_apply()
        lines = self.run_program("history", "stats", "--by", "rule", *self.stored, "--format", "csv").out.splitlines()
        self.assertEqual(lines, ["rule,runs,planned,done,not done,undone", "rule-1,1,3,3,0,3"])

    def test_nothing_is_pending(self):
        self.apply()
        pending = self.run_program("history", "pending", *self.stored)
        self.assertEqual(pending.out, "No run waits to be finished.\n")
        self.assertEqual(self.run_program("history", "pending", *self.stored, "--format", "json").json, {"runs": []})

    def test_a_run_that_is_not_there(self):
        self.plan()
        for command in (["history", "show"], ["undo", "--yes"], ["resume"]):
            self.run_program(*command, "nothing", *self.stored, code=64)

    def test_a_plan_cannot_be_undone_or_resumed(self):
        self.plan()
        run = self.runs()[0]["run_id"]
        with self.unchanged():
            # Nobody is asked first.
            for answer in ([], ["--yes"], ["--dry-run"]):
                self.assertIn("only a plan", self.run_program("undo", run, *answer, *self.stored, code=64).err)
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
