# SPDX-License-Identifier: Apache-2.0
"""SIGINT and SIGTERM in the middle of an apply: what is done is remembered, resume finishes, undo restores."""

import signal
import time

from cli_test_case import CliTest, policy_text
from mailboxes import snapshot
from product import main

MESSAGES = 3000


class InterruptionTest(CliTest):
    def setUp(self):
        super().setUp()
        self.make_small(MESSAGES, MESSAGES)
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: star"))
        self.before = snapshot(self.mail)

    def starred(self) -> int:
        return sum(path.name.endswith("F") or path.name.endswith("FS") for path in (self.mail / "cur").iterdir())

    def interrupt(self, number: int, code: int) -> str:
        """Signals an apply after its first messages; the run's id."""
        process = self.program.start("apply", *self.planned, "--yes", "--format", "json")
        while process.poll() is None and not self.starred():
            time.sleep(0.002)
        process.send_signal(number)
        out, err = process.communicate()
        self.assertEqual(process.returncode, code, err)
        run = self.runs()[0]
        self.assertTrue(0 < self.starred() < MESSAGES, self.starred())
        self.assertEqual((run["kind"], run["status"]), ("apply", "interrupted"))
        self.assertLessEqual(run["totals"]["done"], self.starred())  # the batch in doubt is observed by resume
        self.assertIn(run["run_id"], out)
        return run["run_id"]

    def test_sigint_then_resume_then_undo(self):
        self.check(signal.SIGINT, 130)

    def test_sigterm_then_resume_then_undo(self):
        self.check(signal.SIGTERM, 143)

    def check(self, number: int, code: int) -> None:
        run = self.interrupt(number, code)
        self.run_program("resume", run, *self.stored)
        self.assertEqual(self.starred(), MESSAGES)
        self.assertEqual(self.plan_json()["changes"], [])
        self.run_program("undo", run, "--yes", *self.stored)
        self.assertEqual(snapshot(self.mail), self.before)

    def test_undo_without_resume(self):
        run = self.interrupt(signal.SIGTERM, 143)
        self.run_program("undo", run, "--yes", *self.stored)
        self.assertEqual(snapshot(self.mail), self.before)
        self.assertIn("was taken back", self.run_program("resume", run, *self.stored, code=64).err)


if __name__ == "__main__":
    main()
