# SPDX-License-Identifier: Apache-2.0
"""apply: when it acts, when it asks, and when it must not."""

import os
import pty
import subprocess

from cli_test_case import CliTest, policy_text
from mailboxes import snapshot
from product import main


class ApplyTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small()

    def test_apply_acts_and_undo_restores(self):
        before = snapshot(self.mail)
        result = self.apply("--format", "json").json
        self.assertEqual(result["totals"], {"planned": 2, "done": 2, "gone": 0, "touched": 0, "failed": 0})
        self.assertNotEqual(snapshot(self.mail), before)
        self.undo_last_apply()
        self.assertEqual(snapshot(self.mail), before)

    def test_without_terminal_and_without_yes(self):
        with self.unchanged():
            result = self.run_program("apply", *self.planned, code=64)
        self.assertIn("--yes", result.err)

    def test_without_confirmation_by_environment(self):
        self.run_program("apply", *self.planned, env={"REQUIRE_CONFIRMATION": "false"})
        self.assertTrue((self.mail / ".Archive/cur/00000:2,S").exists())

    def test_on_a_terminal_it_asks(self):
        with self.unchanged():
            self.assertIn("[y/N]", self.answer("n"))
            self.answer("")
        self.answer("y")
        self.assertTrue((self.mail / ".Archive/cur/00000:2,S").exists())

    def answer(self, text: str) -> str:
        ours, theirs = pty.openpty()
        process = subprocess.Popen([self.program.path, "apply", *self.planned], stdin=theirs, stderr=theirs,
                                   stdout=subprocess.DEVNULL, env=self.program.environment())
        os.close(theirs)
        os.write(ours, text.encode() + b"\n")
        said = b""
        try:
            while block := os.read(ours, 4096):
                said += block
        except OSError:  # the other end is closed
            pass
        os.close(ours)
        self.assertEqual(process.wait(), 0, said)
        return said.decode()

    def test_a_dry_run_shows_and_does_nothing(self):
        with self.unchanged():
            result = self.apply("--dry-run", "--format", "json")
        self.assertEqual(len(result.json["changes"]), 2)
        self.assertIn("Dry run: nothing was done.", result.err)

    def test_a_policy_that_is_dry_wins(self):
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: archive", head="dry_run: true"))
        with self.unchanged():
            for extra in ((), ("--execute",)):
                self.assertIn("Dry run", self.apply(*extra, env={"DRY_RUN_BY_DEFAULT": "false"}).err)
        self.assertNotIn("apply", [run["kind"] for run in self.runs()] if self.store.exists() else [])

    def test_now_ahead_of_the_clock(self):
        future = [*self.planned, "--now", "2999-01-01T00:00:00Z"]
        future = [word for at, word in enumerate(future) if at not in (4, 5)]
        self.run_program("plan", *future)
        with self.unchanged():
            result = self.run_program("apply", *future, "--yes", code=64)
        self.assertIn("ahead of the clock", result.err)
        self.run_program("apply", *future, "--yes", "--dry-run")

    def test_an_empty_plan_needs_no_answer(self):
        self.policy.write_text(policy_text("match: {subject: none}, then: archive"))
        with self.unchanged():
            self.assertIn("nothing to change", self.run_program("apply", *self.planned).out)
        self.assertEqual([(run["kind"], run["status"]) for run in self.runs()], [("apply", "completed")])

    def test_a_limit_stops_before_anything_is_done(self):
        self.mail = self.folder / "big"
        self.make_small(100, 21)
        self.policy.write_text(policy_text("match: {from: old@example.org}, then: trash"))
        with self.unchanged():
            result = self.apply(code=3)
        self.assertIn("21 of 100 messages", result.err)
        self.assertIn("--accept limits", result.err)
        self.assertNotIn("apply", [run["kind"] for run in self.runs()] if self.store.exists() else [])
        self.assertIn("STOP", self.plan().out)  # shown, and no failure

    def test_accept_needs_a_saved_plan(self):
        with self.unchanged():
            self.apply("--accept", "limits", code=64)

    def test_an_action_that_the_provider_lacks(self):
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: {label: Old}"))
        for command in ("plan", "apply"):
            result = self.run_program(command, *self.planned, code=4)
            self.assertIn("'label:Old', which provider 'maildir' does not offer", result.err)


if __name__ == "__main__":
    main()
