# SPDX-License-Identifier: Apache-2.0
"""The program that is measured, and how it is called."""

from pathlib import Path

NOW = "2002-12-01T00:00:00Z"
POLICIES = ("conservative", "moderate", "aggressive")


class Program:
    def __init__(self, build: Path, work: Path):
        self.path, self.build, self.work = build / "bin/mailcomb", build, work

    def plan(self, maildir: Path, policy: str | Path) -> list[str]:
        store = self.work / "plans.db"
        return [str(self.path), "plan", "--quiet", "--policy", str(policy), "--mailbox", f"maildir:{maildir}",
                "--store", f"sqlite:{store}", "--now", NOW]
