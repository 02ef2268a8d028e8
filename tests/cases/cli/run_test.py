# SPDX-License-Identifier: Apache-2.0
"""run: for schedulers. Dry unless told otherwise, no questions, one outcome a mailbox, and it goes on where one stopped."""

import signal
import time

from cli_test_case import policy_text
from mailboxes import generate_maildir, snapshot
from pipeline_test import PipelineCase
from product import main

MANY = 3000


class RunTest(PipelineCase):
    def run_both(self, *arguments, code=0, **options):
        return self.pipeline("run", *arguments, code=code, **options)

    def recorded(self) -> list[dict]:
        return self.run_program("history", "list", "--config", self.config, "--format", "json").json["runs"]

    def check_effect(self, effect: str, *arguments, pipeline="", env=None) -> None:
        self.configure(pipeline=pipeline)
        before = snapshot(self.first)
        answer = self.run_both("--format", "json", *arguments, env=env).json
        self.assertEqual({each["result"]["effect"] for each in answer["mailboxes"]}, {effect})
        changed = snapshot(self.first) != before
        self.assertEqual(changed, effect == "real")
        if changed:
            for run in self.recorded()[:2]:
                self.run_program("undo", run["run_id"], "--yes", "--config", self.config)

    def test_dry_or_real(self):
        self.check_effect("dry")
        self.check_effect("dry", pipeline=", execute: false")
        self.check_effect("real", "--execute")
        self.check_effect("real", pipeline=", execute: true")
        self.check_effect("dry", "--dry-run", pipeline=", execute: true")
        self.check_effect("dry", "--execute", pipeline=", dry_run: true")
        self.check_effect("dry", pipeline=", execute: true", env={"DRY_RUN_BY_DEFAULT": "true"})
        self.check_effect("real", env={"DRY_RUN_BY_DEFAULT": "false"})
        self.run_both("--dry-run", "--execute", code=64)

    def test_a_dry_run_says_so_and_is_remembered(self):
        result = self.run_both()
        self.assertIn("Dry run: nothing will be changed.", result.err)
        self.assertIn("mailbox first\nPlan: 2 archive", result.out)
        self.assertEqual([run["kind"] for run in self.recorded()], ["plan", "plan"])

    def test_real(self):
        answer = self.run_both("--execute", "--format", "json").json
        self.assertEqual([each["result"]["run"]["totals"]["done"] for each in answer["mailboxes"]], [2, 1])
        self.assertEqual([each["result"]["plan"]["totals"]["changes"] for each in answer["mailboxes"]], [2, 1])
        again = self.run_both("--execute").out
        self.assertIn("nothing to change", again)

    def test_without_a_pipeline(self):
        answer = self.run_program("run", "--policy", self.policy, "--mailbox", f"maildir:{self.first}", "--now",
                                  "2002-12-01", *self.stored, "--execute", "--format", "json").json
        self.assertEqual((answer["pipeline"], answer["exit_code"]), (None, 0))
        self.assertEqual(answer["mailboxes"][0]["result"]["run"]["totals"]["done"], 2)
        self.assertIn("which mailbox?", self.run_program("run", code=64).err)

    def test_a_backlog_is_done_in_several_runs(self):
        self.configure(pipeline=", backlog: {per_run: 1, order: newest}")
        for done in ([1, 1], [1, 0], [0, 0]):
            answer = self.run_both("--execute", "--format", "json").json
            self.assertEqual([each["result"]["run"]["totals"]["done"] for each in answer["mailboxes"]], done)
            self.assertEqual(answer["mailboxes"][0]["result"]["plan"]["backlog"], {"per_run": 1, "order": "newest"})

    def test_a_flag_counts_before_the_backlog(self):
        self.configure(pipeline=", backlog: {per_run: 1}")
        plan = self.pipeline("plan", "--limit", "7", "--format", "json").json["mailboxes"][0]["result"]
        self.assertEqual((plan["backlog"], plan["totals"]["deferred"]), ({"per_run": 7, "order": "oldest"}, 0))
        self.assertIn("1 wait for a later run (at most 1 a run", self.pipeline("plan").out)

    def test_a_limit_stops_one_mailbox(self):
        generate_maildir(self.folder / "big", 100, old=30)
        self.config.write_text(self.config.read_text().replace("path: first", "path: big"))
        self.policy.write_text(policy_text("match: {from: old@example.org}, then: trash"))
        before = snapshot(self.folder / "big")
        result = self.run_both("--execute", "--format", "json", code=3)
        self.assertEqual(self.codes(result.json), {"first": 3, "second": 0})
        self.assertEqual(result.json["mailboxes"][0]["result"]["run"], None)
        self.assertTrue(result.json["mailboxes"][0]["result"]["plan"]["guards"]["tripped"])
        self.assertIn("mailbox first: stopped by limits.trash: 30 of 100 messages", result.err)
        self.assertEqual(snapshot(self.folder / "big"), before)

    def test_a_mailbox_that_somebody_holds(self):
        self.hold(self.first)
        answer = self.run_both("--execute", "--format", "json", code=8).json
        self.assertEqual(self.codes(answer), {"first": 8, "second": 0})

    def test_a_store_that_cannot_be_written(self):
        self.config.write_text(self.config.read_text().replace("path: store.db", "path: first"))
        before = snapshot(self.first)
        self.run_both("--execute", code=10)
        self.assertEqual(snapshot(self.first), before)

    def test_a_wrong_policy_is_told_once(self):
        self.policy.write_text("version: 1\nname: t\nrules: [{name: a, match: {subjct: x}, then: archive}]\n")
        self.assertEqual(self.run_both("--execute", code=4).err.count("error: "), 1)

    def star_many(self) -> None:
        generate_maildir(self.folder / "many", MANY, old=MANY)
        self.config.write_text(self.config.read_text().replace("path: first", "path: many"))
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: star"))

    def starred(self) -> int:
        return sum("F" in path.name for path in (self.folder / "many/cur").iterdir())

    def interrupt(self) -> None:
        process = self.program.start("run", "--config", self.config, "--pipeline", "both", "--now", "2002-12-01",
                                     "--execute")
        while process.poll() is None and not self.starred():
            time.sleep(0.002)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate()
        self.assertEqual(process.returncode, 143, err)
        self.assertTrue(0 < self.starred() < MANY)

    def test_the_next_one_finishes_what_was_left(self):
        self.star_many()
        self.interrupt()
        left = self.recorded()[0]["run_id"]
        result = self.run_both("--execute", "--format", "json")
        first = result.json["mailboxes"][0]["result"]
        self.assertEqual([run["run_id"] for run in first["resumed"]], [left])
        self.assertEqual(first["resumed"][0]["status"], "completed")
        self.assertEqual(first["run"]["totals"]["planned"], 0)
        self.assertEqual(self.starred(), MANY)
        self.assertIn(f"Run {left} was not finished; going on with it first.", result.err)

    def test_a_dry_one_leaves_it_alone(self):
        self.star_many()
        self.interrupt()
        starred = self.starred()
        self.run_both()
        self.assertEqual(self.starred(), starred)

    def test_what_is_being_undone_is_not_done_again(self):
        self.star_many()
        self.interrupt()
        left = self.recorded()[0]["run_id"]
        self.run_program("undo", left, "--yes", "--config", self.config)
        self.policy.write_text(policy_text("match: {subject: none}, then: star"))
        answer = self.run_both("--execute", "--format", "json").json
        self.assertEqual(answer["mailboxes"][0]["result"]["resumed"], [])
        self.assertEqual(self.starred(), 0)

    def test_a_deadline_stops_it_and_resume_goes_on(self):
        self.star_many()
        generate_maildir(self.folder / "more", MANY, old=MANY)
        self.config.write_text(self.config.read_text().replace("policy: policy.yaml", "policy: policy.yaml, deadline: 1s"))
        process = self.program.start("run", "--config", self.config, "--pipeline", "both", "--now", "2002-12-01",
                                     "--execute", "--format", "json")
        while process.poll() is None and not self.starred():
            time.sleep(0.002)
        process.send_signal(signal.SIGSTOP)  # until the deadline has passed for certain
        time.sleep(1.2)
        process.send_signal(signal.SIGCONT)
        out, err = process.communicate()
        self.assertEqual(process.returncode, 7, err)
        self.assertIn("not begun, since the run was stopped", out)
        if self.starred() == 0:
            return  # it passed during the scan: nothing was begun
        run = next(run for run in self.recorded() if run["kind"] == "apply")
        self.assertEqual(run["status"], "interrupted")
        self.run_program("resume", run["run_id"], "--config", self.config)
        self.assertEqual(self.starred(), MANY)


if __name__ == "__main__":
    main()
