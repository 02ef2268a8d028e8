# SPDX-License-Identifier: Apache-2.0
"""Two runs at once on one mailbox: the second one is told who has it."""

import contextlib
import fcntl
import os
import signal
import sqlite3
import time
from pathlib import Path

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

    def test_who_holds_it_stands_in_the_store(self):
        self.make_small()
        self.apply()
        self.hold_lease("run 20021201T000000000-abcdef of ann@host (process 4711)")
        folder = os.open(self.mail, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        with self.unchanged():
            result = self.apply(code=8)
        self.assertIn(f"mailbox '{self.mail}' is being changed by run 20021201T000000000-abcdef of ann@host", result.err)

    def hold_lease(self, holder: str) -> None:
        with contextlib.closing(sqlite3.connect(self.store)) as store, store:
            in_an_hour = int(time.time() + 3600) * 1000
            held = store.execute("UPDATE leases SET holder = ?, expires_at_ms = ?", (holder, in_an_hour))
            self.assertEqual(held.rowcount, 1)

    def test_a_second_run_while_the_first_works(self):
        """With a store of its own: one that is stopped in the middle of a commit keeps its store from all others."""
        self.make_small(3000, 3000)
        self.policy.write_text(policy_text("match: {older_than: 1y}, then: mark_unread"))
        first = self.program.start("apply", *self.planned, "--yes")
        self.addCleanup(first.communicate)
        self.wait_for_the_lock(first)
        first.send_signal(signal.SIGSTOP)
        try:
            second = self.program.run("apply", *self.planned[:-1], f"sqlite:{self.folder}/other.db", "--yes")
        finally:
            first.send_signal(signal.SIGCONT)
        self.assertEqual(second.code, 8, second.err)
        self.assertIn("is being changed by a process that uses another store", second.err)
        first.communicate()
        self.assertEqual(first.returncode, 0)

    def wait_for_the_lock(self, process) -> None:
        """By looking only: a lock that the test took for a moment would be in the way."""
        inode = f":{self.mail.stat().st_ino} "
        while process.poll() is None:
            if any(" FLOCK " in line and inode in line for line in Path("/proc/locks").read_text().splitlines()):
                return
            time.sleep(0.001)
        self.fail("the first run ended before it could be met")


if __name__ == "__main__":
    main()
