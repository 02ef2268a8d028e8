# SPDX-License-Identifier: Apache-2.0
"""Two runs at once on one mailbox: the second one is told who has it."""

import fcntl
import os
import signal
import time

from cli_test_case import CliTest, policy_text
from product import main


class LockTest(CliTest):
    def test_a_mailbox_that_another_program_holds(self):
        self.make_small()
        folder = os.open(self.mail, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        with self.unchanged():
            result = self.apply(code=8)
        self.assertIn("is being changed by", result.err)
        self.plan()  # looking needs no lock
        fcntl.flock(folder, fcntl.LOCK_UN)
        self.apply()

    def test_a_second_run_is_told_who_holds_it(self):
        self.make_small(3000, 3000)
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: mark_unread"))
        first = self.program.start("apply", *self.planned, "--yes")
        self.addCleanup(first.communicate)
        self.wait_for_the_lock(first)
        first.send_signal(signal.SIGSTOP)
        try:
            result = self.program.run("apply", *self.planned, "--yes")
        finally:
            first.send_signal(signal.SIGCONT)
        self.assertEqual(result.code, 8, result.err)
        self.assertRegex(result.err, r"is being changed by \S+")
        first.communicate()
        self.assertEqual(first.returncode, 0)

    def wait_for_the_lock(self, process) -> None:
        folder = os.open(self.mail, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        while process.poll() is None:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                fcntl.flock(folder, fcntl.LOCK_UN)
            except BlockingIOError:
                if any("S" not in name for name in os.listdir(self.mail / "cur")):
                    return
            time.sleep(0.002)
        self.fail("the first run ended before it could be met")


if __name__ == "__main__":
    main()
